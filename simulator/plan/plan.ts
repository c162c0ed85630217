/** What the outside world holds in store for each case; asked again it answers the same. */
import { paysOnThursdays, strictnessOf, type Counterpart } from './counterparts.ts';
import { answerOf, type Answer } from './answers.ts';
import { draws } from '../outside/draws.ts';
import { fateOf, type AttemptEnding, type Fate } from './fate.ts';
import { infoFormOf } from './info-form.ts';
import { letterJourney, type LetterJourney } from './letter-journey.ts';
import { afterWorkingDays, at, workingDaysOf, type OfficeMs } from '../outside/office-time.ts';
import { personOf, type Person } from './people.ts';
import { remittancesOf, type Remittance } from './remittances.ts';
import { Requests } from './requests.ts';
import { FATES, showcaseOf, type Showcase } from './showcases.ts';
import type { CaseStory, SentLetter } from '../story/story.ts';
import { dateOf } from '../../domain/time/shanghai-day.ts';

export interface CasePlan {
  readonly no: number;
  readonly arrivesAt: OfficeMs;
  readonly person: Person;
  readonly counterpart: Counterpart;
  readonly fate: Fate;
}

export interface Month {
  readonly seed: number;
  readonly transfers: number;
  /** Of other regions. */
  readonly letters: number;
  readonly from: string;
  readonly to: string;
}

export class Plan {
  readonly month: Month;
  readonly requests: Requests;
  readonly #offices: readonly Counterpart[];
  readonly #strictness: ReadonlyMap<string, number>;
  readonly #days: readonly string[];
  readonly #cases = new Map<number, CasePlan>();
  readonly #journeys = new Map<string, LetterJourney>();
  readonly #answers = new Map<string, Answer>();
  readonly #remittances = new Map<number, readonly Remittance[]>();

  constructor(month: Month, offices: readonly Counterpart[]) {
    this.month = month;
    this.requests = new Requests(month, offices);
    this.#offices = offices;
    this.#strictness = strictnessOf(offices);
    this.#days = workingDaysOf(month.from, month.to);
  }

  get seed(): number {
    return this.month.seed;
  }

  caseOf(no: number): CasePlan {
    return remembered(this.#cases, no, () => {
      const showcase = showcaseOf(no, this.month.transfers);
      if (showcase) return this.#showcase(no, showcase);
      const draw = draws(this.seed, 'arrival', no);
      const counterpart = draw.pick('counterpart', this.#offices);
      return {
        no,
        counterpart,
        person: personOf(this.seed, no),
        arrivesAt: at(draw.pick('day', this.#days), draw.integer('minute', 9 * 60 + 5, 15 * 60 + 30)),
        fate: fateOf(this.seed, no, counterpart, this.#strictness.get(counterpart.areaCode) ?? 1),
      };
    });
  }

  /** Arrives in the morning after the month, at an office that is written to by mail. */
  #showcase(no: number, showcase: Showcase): CasePlan {
    const byMail = this.#offices.filter(({ channel }) => channel === 'ems');
    const counterpart = draws(this.seed, 'showcase', no).pick(
      'counterpart',
      byMail.length > 0 ? byMail : this.#offices,
    );
    const arrivesAt = afterWorkingDays(at(this.month.to, 0), 1, 9 * 60 + 30);
    return { no, counterpart, arrivesAt, person: personOf(this.seed, no), fate: FATES[showcase] };
  }

  /** An attempt that fate has nothing to say of is one that a visitor began: it passes. */
  endingOf(no: number, attempt: number): AttemptEnding {
    return this.caseOf(no).fate.attempts[attempt - 1] ?? { how: 'passes' };
  }

  journeyOf(no: number, { attempt, waybill, postedAt }: SentLetter): LetterJourney | undefined {
    if (waybill === undefined) return undefined;
    return remembered(this.#journeys, waybill, () => {
      const ending = this.endingOf(no, attempt);
      const failure = ending.how === 'fails' && ending.stage === 'mail' ? ending.reason : undefined;
      return letterJourney(this.seed, waybill, postedAt, failure);
    });
  }

  /** When the other office got this letter; undefined while it has not, or never. */
  deliveredAt(story: CaseStory, letter: SentLetter): OfficeMs | undefined {
    return letter.waybill === undefined
      ? story.deliveredByHand.get(letter.attempt)
      : this.journeyOf(story.no, letter)?.deliveredAt;
  }

  answerTo(story: CaseStory, attempt: number): Answer | undefined {
    const letter = story.letters.find((one) => one.attempt === attempt);
    const deliveredAt = letter && this.deliveredAt(story, letter);
    if (deliveredAt === undefined) return undefined;
    const ending = this.endingOf(story.no, attempt);
    return remembered(this.#answers, `${story.no}/${attempt}`, () =>
      answerOf(this.seed, story.no, attempt, ending, deliveredAt),
    );
  }

  /** The form for an attempt; the amounts are the person's, whatever the attempt. */
  formOf(story: CaseStory, attempt: number) {
    const year = Number(dateOf(story.acceptedAt).slice(0, 4));
    return infoFormOf(this.seed, story.no, attempt, year, this.answerTo(story, attempt)?.form?.fault);
  }

  /** What the other office pays for this case, decided with the first letter that it does not return. */
  remittancesOf(story: CaseStory): readonly Remittance[] {
    const known = this.#remittances.get(story.no);
    if (known) return known;
    for (const { attempt } of story.letters) {
      const answer = this.answerTo(story, attempt);
      if (answer?.payAt === undefined) continue;
      const { person, no, counterpart } = this.caseOf(story.no);
      const right = infoFormOf(this.seed, no, attempt, Number(dateOf(story.acceptedAt).slice(0, 4)));
      const debt = {
        seed: this.seed,
        no,
        caseNo: story.caseNo,
        name: person.name,
        idNumber: person.idNumber,
        accountFen: right.accountTotalFen,
        pooledFen: right.pooledFundFen,
        plain: answer.form?.fault === 'F03',
        onThursdays: paysOnThursdays(counterpart),
      };
      const payAt = debt.onThursdays ? Math.max(answer.payAt, answer.form?.at ?? 0) : answer.payAt;
      return remembered(this.#remittances, no, () => remittancesOf(debt, payAt));
    }
    return [];
  }
}

function remembered<K, V>(known: Map<K, V>, key: K, make: () => V): V {
  const found = known.get(key);
  if (found !== undefined) return found;
  const made = make();
  known.set(key, made);
  return made;
}
