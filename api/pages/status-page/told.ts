/** What the page tells of a transfer, part by part, before it is drawn as HTML or as plain text. */
import type { Milestone } from '../../../db/reading/milestones.ts';
import type { StewardContact, TransferStatus } from '../../../db/reading/status-page.ts';
import type { PersonLanguage } from '../../../domain/person-language.ts';
import { stepForPerson, type Procedure } from '../../../domain/procedures/procedure.ts';
import { LANGUAGES } from './texts/index.ts';
import { ARRIVALS, DEPARTURES, type Texts } from './texts/texts.ts';

/** A day as it is stored, to be drawn as a day of the reader's language. */
export interface Day {
  readonly day: string;
  say(day: string): string;
}
/** Words that stand in the office's own language, whoever reads them. */
export interface OfficeWords {
  readonly office: string;
}
export type Said = string | Day | OfficeWords | { readonly telephone: string };

export interface Line {
  readonly name: string;
  readonly said: Said;
}

export interface Told {
  readonly holder: string;
  readonly since: Day;
  readonly lines: readonly Line[];
  /** What has come, or left for the other office; without lines where nothing is awaited. */
  readonly proofs: { readonly title: string; readonly lines: readonly Line[] };
  readonly soFar: readonly Line[];
  /** What goes on after its closing, each from when on; empty where nothing does. */
  readonly goesOn: readonly Line[];
  readonly asOf: Day;
}

/** @param linkedProcedures whose words the steps of what goes on from it have, in the same order */
export function tellStatus(
  status: TransferStatus,
  language: PersonLanguage,
  procedure: Procedure | undefined,
  linkedProcedures: readonly (Procedure | undefined)[] = [],
): Told {
  const { texts, day } = LANGUAGES[language];
  const stepName = (step: string | null, otherwise: string): string =>
    (step !== null && procedure && stepForPerson(procedure, language, step)) || otherwise;
  const open = (): Line[] => [
    { name: texts.step, said: stepName(status.step, texts.opening) },
    { name: texts.due, said: dueOf(status, texts, day) },
    { name: texts.nextStep, said: stepName(status.nextStep, texts.none) },
  ];
  return {
    holder: holderOf(status, texts),
    since: { day: status.since, say: (on) => texts.since(day(on)) },
    lines: status.closedOn ? closedLines(status, texts, day) : open(),
    proofs: proofsOf(status, texts, day),
    soFar: status.milestones.map(({ kind, on }) => ({ name: texts.milestones[kind], said: { day: on, say: day } })),
    goesOn: status.linked.map((one, index) => goesOnLine(one, language, linkedProcedures[index])),
    asOf: { day: status.asOf, say: (on) => texts.asOf(day(on)) },
  };
}

const isOut = ({ procedure }: TransferStatus): boolean => procedure.startsWith('out/');

function holderOf(status: TransferStatus, texts: Texts): string {
  if (status.closing) return texts.closings[status.closing];
  return isOut(status) && status.holder === 'counterpart' ? texts.newPlace : texts.holders[status.holder];
}

function closedLines({ closedOn, reversedOn }: TransferStatus, texts: Texts, say: (day: string) => string): Line[] {
  const on = (name: string, day: string | null): Line[] => (day === null ? [] : [{ name, said: { day, say } }]);
  return [on(texts.closed, closedOn), on(texts.reversed, reversedOn)].flat();
}

/** Who has it now and what is being done, or how it ended. */
function goesOnLine(
  { link, since, holder, step, dueOn, closing }: TransferStatus['linked'][number],
  language: PersonLanguage,
  procedure: Procedure | undefined,
): Line {
  const { texts, day } = LANGUAGES[language];
  const name = `${texts.links[link]} (${texts.since(day(since))})`;
  if (closing !== null) return { name, said: texts.closings[closing] };
  const doing = (step !== null && procedure && stepForPerson(procedure, language, step)) || texts.opening;
  const due = dueOn === null ? '' : ` · ${texts.due} ${day(dueOn)}`;
  return { name, said: `${texts.holders[holder]} · ${doing}${due}` };
}

function dueOf({ dueOn, provisional }: TransferStatus, texts: Texts, day: (day: string) => string): Said {
  if (dueOn === null) return texts.none;
  return { day: dueOn, say: (on) => (provisional ? `${day(on)} ${texts.provisional}` : day(on)) };
}

function proofsOf(status: TransferStatus, texts: Texts, day: (day: string) => string): Told['proofs'] {
  return isOut(status)
    ? { title: texts.departures, lines: departuresOf(status, texts, day) }
    : { title: texts.arrivals, lines: arrivalsOf(status, texts, day) };
}

/** A letter that went out again has not arrived because an earlier one had; form and money arrive whenever they do. */
function arrivalsOf(status: TransferStatus, texts: Texts, day: (day: string) => string): Line[] {
  const { milestones } = status;
  const sent = milestones.findLastIndex(({ kind }) => kind === 'letterSent');
  const last = (wanted: Milestone) =>
    milestones.findLast(({ kind }, at) => kind === wanted && (kind !== 'letterDelivered' || at > sent));
  const arrived = ARRIVALS.map((kind) => ({ kind, on: last(kind)?.on }));
  // Of what ended before anything was awaited, nothing is outstanding.
  const told = status.closedOn ? arrived.filter(({ on }) => on !== undefined) : arrived;
  return told.map(({ kind, on }) => ({
    name: texts.arrived[kind],
    said: on === undefined ? texts.notYet : { day: on, say: (then) => texts.arrivedOn(day(then)) },
  }));
}

/** The letter that came, and the form, anew after a dispute, and the money that have left for the new place. */
function departuresOf(status: TransferStatus, texts: Texts, day: (day: string) => string): Line[] {
  const last = (...kinds: readonly Milestone[]) => status.milestones.findLast(({ kind }) => kinds.includes(kind))?.on;
  const left = {
    letterReceived: last('letterReceived'),
    infoFormSent: last('infoFormSent', 'infoFormReissued'),
    fundSent: last('fundSent'),
  };
  const said = (kind: (typeof DEPARTURES)[number]): Said => {
    const on = left[kind];
    if (on === undefined) return kind === 'fundSent' && status.nothingDue ? texts.nothingDue : texts.notSentYet;
    return { day: on, say: (then) => (kind === 'letterReceived' ? texts.arrivedOn : texts.sentOn)(day(then)) };
  };
  const told = status.closedOn ? DEPARTURES.filter((kind) => left[kind] !== undefined) : DEPARTURES;
  return told.map((kind) => ({ name: texts.departed[kind], said: said(kind) }));
}

/** Before anybody has proved anything only the office is named. */
export type Contact = Pick<StewardContact, 'office' | 'telephone'> & Partial<StewardContact>;

export function tellContact({ office, stewardPost, deputyPost, telephone }: Contact, texts: Texts): Line[] {
  const post = stewardPost ? [{ name: texts.post, said: { office: stewardPost } }] : [];
  const deputy = deputyPost ? [{ name: texts.deputy, said: { office: deputyPost } }] : [];
  return [{ name: texts.office, said: { office } }, ...post, ...deputy, { name: texts.telephone, said: { telephone } }];
}
