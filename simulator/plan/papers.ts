/** What other regions send us about their letters, and when the letter clerk has it in hand. */
import type { components } from '../../api/contract.generated.ts';
import { dateOf } from '../../domain/time/shanghai-day.ts';
import { draws, type Draws } from '../outside/draws.ts';
import { afterOfficeMinutes, afterWorkingDays, type OfficeMs } from '../outside/office-time.ts';
import type { RequestStory } from '../story/request-story.ts';
import type { RequestFate } from './request-fate.ts';
import { AGAIN, type Request, type Requests } from './requests.ts';

type NewIncoming = components['schemas']['NewIncoming'];

export interface Paper {
  /** Of the letter that it is about. */
  readonly no: number;
  readonly what: 'letter' | 'copy' | 'chaser' | 'anotherLetter' | 'dispute';
  /** Told apart when the same comes twice. */
  readonly ordinal: number;
  readonly registeredAt: OfficeMs;
  readonly body: NewIncoming;
}

/** What has come, or will come if nothing else happens; `story` once the letter has opened its transfer. */
export function papersOf(requests: Requests, no: number, story: RequestStory | undefined): Paper[] {
  const arrivesAt = requests.arrivesAt(no);
  const first = papersAbout(requests, requests.requestOf(no), arrivesAt, story);
  const back = story?.ending;
  if (back?.reason === undefined || !requests.comesAgain(no, back.reason)) return first;
  return [...first, ...againAfter(requests, no, back.at)];
}

/** The better letter, and what follows it; its own story is looked up by whoever asks. */
function againAfter(requests: Requests, no: number, sentBackAt: OfficeMs): Paper[] {
  const draw = draws(requests.seed, 'again', no);
  const arrivesAt = afterWorkingDays(sentBackAt, draw.integer('days', 6, 12), draw.integer('minute', 560, 900));
  return [letterOf(requests.requestOf(AGAIN + no), arrivesAt, draw)];
}

/** Of a letter that came again, what follows it. */
export function papersAfterAgain(requests: Requests, story: RequestStory): Paper[] {
  const papers = papersAbout(requests, requests.requestOf(story.no), story.arrivedAt, story);
  return papers.filter(({ what }) => what !== 'letter');
}

function papersAbout(
  { seed }: Requests,
  request: Request,
  arrivesAt: OfficeMs,
  story: RequestStory | undefined,
): Paper[] {
  const draw = draws(seed, 'papers', request.no);
  const letter = letterOf(request, arrivesAt, draw);
  const { fate } = request;
  const asked = askedAgain(fate, story);
  return [
    letter,
    ...(fate.sentTwice ? [copyOf(request, letter, arrivesAt, draw)] : []),
    ...(asked ? [askingOf(request, letter, { arrivesAt, draw, as: asked })] : []),
    ...(story ? disputesOf(request, story, draw) : []),
  ];
}

/** A letter under another number, come when the first is not there yet or is answered, would be a request of its own. */
function askedAgain({ chased }: RequestFate, story: RequestStory | undefined): RequestFate['chased'] {
  const waits = story !== undefined && story.ending === undefined && story.formsSent.length === 0;
  return chased === 'anotherLetter' && !waits ? undefined : chased;
}

const minute = (draw: Draws, name: string): number => draw.integer(`${name} minute`, 9 * 60 + 10, 15 * 60);

function letterOf({ no, person, sender, letterNo, fate }: Request, arrivesAt: OfficeMs, draw: Draws): Paper {
  const inTray = afterOfficeMinutes(arrivesAt, draw.between('in-tray', 5, 90));
  const written = arrivesAt - draw.integer('days on its way', 1, 8) * 86_400_000;
  return {
    no,
    what: 'letter',
    ordinal: 0,
    registeredAt: fate.foundAfter > 0 ? afterWorkingDays(arrivesAt, fate.foundAfter, minute(draw, 'found')) : inTray,
    body: {
      kind: 'letter',
      channel: sender.channel,
      arrivedAt: new Date(arrivesAt).toISOString(),
      senderAreaCode: sender.areaCode,
      letterNo,
      letterDated: dateOf(written),
      person: { name: person.name, idNumber: person.idNumber },
      scanReference: `S-${letterNo}`,
    },
  };
}

/** By post as well as over the platform, or simply twice. */
function copyOf({ no }: Request, { body }: Paper, letterAt: OfficeMs, draw: Draws): Paper {
  const arrivesAt = afterWorkingDays(letterAt, draw.integer('copy', 1, 4), minute(draw, 'copy'));
  return {
    no,
    what: 'copy',
    ordinal: 0,
    registeredAt: afterOfficeMinutes(arrivesAt, 30),
    body: { ...body, channel: 'ems', arrivedAt: new Date(arrivesAt).toISOString() },
  };
}

interface Asking {
  readonly arrivesAt: OfficeMs;
  readonly draw: Draws;
  readonly as: 'chaser' | 'anotherLetter';
}

/** Some ask before the limit has ended. */
function askingOf({ no, sender, letterNo }: Request, letter: Paper, { arrivesAt, draw, as }: Asking): Paper {
  const asksAt = afterWorkingDays(arrivesAt, draw.integer('asks', 2, as === 'chaser' ? 16 : 4), minute(draw, 'asks'));
  const arrivedAt = new Date(asksAt).toISOString();
  const body: NewIncoming =
    as === 'chaser'
      ? { kind: 'chaser', channel: sender.channel, arrivedAt, senderAreaCode: sender.areaCode, letterNo }
      : { ...letter.body, arrivedAt, letterNo: `${letterNo}-2`, letterDated: dateOf(asksAt) };
  return { no, what: as, ordinal: 0, registeredAt: afterOfficeMinutes(asksAt, 40), body };
}

/** After each form that goes out, as long as fate has a dispute left; and one when all is over. */
function disputesOf({ no, sender, letterNo, fate }: Request, story: RequestStory, draw: Draws): Paper[] {
  const planned = fate.disputes.flatMap(({ reason }, index) => {
    const sentAt = story.formsSent[index];
    return sentAt === undefined
      ? []
      : [{ reason, index, after: sentAt, days: draw.integer(`disputes ${index}`, 1, 3) }];
  });
  const last = fate.disputes.length;
  const late =
    fate.disputedAfterEnd && story.ending?.how === 'completed'
      ? [{ reason: 'D04' as const, index: last, after: story.ending.at, days: 4 }]
      : [];
  return [...planned, ...late].map(({ reason, index, after, days }) => {
    const arrivesAt = afterWorkingDays(after, days, minute(draw, `disputes ${index}`));
    const body: NewIncoming = {
      kind: 'dispute',
      channel: sender.channel,
      arrivedAt: new Date(arrivesAt).toISOString(),
      senderAreaCode: sender.areaCode,
      letterNo,
      reasonCode: reason,
    };
    return { no, what: 'dispute', ordinal: index, registeredAt: afterOfficeMinutes(arrivesAt, 30), body };
  });
}
