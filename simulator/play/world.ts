/** A play in progress: the plan, the log, the office, and what was seen of it last. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { dateOf } from '../../domain/time/shanghai-day.ts';
import { Clock } from '../outside/clock.ts';
import { directoryFile, type Counterpart } from '../plan/counterparts.ts';
import { Journal } from '../story/journal.ts';
import { OfficeApi } from '../outside/office-api.ts';
import { nextDay, workingDaysOf } from '../outside/office-time.ts';
import { Plan } from '../plan/plan.ts';
import type { PlaySettings } from '../outside/settings.ts';
import { signedPosts, type SignedPosts } from '../outside/signed-posts.ts';
import { Story, type Line } from '../story/story.ts';
import { sendFile } from '../outside/file-upload.ts';

export interface World {
  readonly settings: PlaySettings;
  readonly api: OfficeApi;
  readonly clock: Clock;
  readonly posts: SignedPosts;
  readonly story: Story;
  readonly plan: Plan;
  readonly stop: AbortSignal;
  readonly say: (sentence: string) => void;
  /** Takes the line into the story, and is fulfilled when it is on disk. */
  readonly record: (line: Line) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Begins a play, or goes on with the one whose log lies in the folder. */
export async function openWorld(settings: PlaySettings, stop: AbortSignal, say: World['say']): Promise<World> {
  await mkdir(settings.dataDir, { recursive: true, mode: 0o700 });
  const { journal, lines } = await Journal.open<Line>(join(settings.dataDir, 'play.jsonl'));
  const story = new Story();
  for (const line of lines) story.apply(line);
  const record = (line: Line): Promise<void> => {
    story.apply(line);
    return journal.append(line);
  };
  const api = new OfficeApi(settings.url, stop);
  await api.signInEverybody();
  const clock = new Clock(api);
  const offices = await directoryOf(api, stop);
  const begun = story.begun ?? (await begin(clock, settings, record));
  if (lines.length > 0)
    say(`going on with seed ${begun.seed}: ${story.cases.size} of ${begun.transfers} accepted so far`);
  const plan = new Plan({ letters: 0, ...begun }, offices);
  const world = { settings, api, clock, posts: signedPosts(settings.url, stop), story, plan, stop, say, record };
  return { ...world, close: () => journal.close() };
}

async function begin(clock: Clock, { seed, transfers, letters }: PlaySettings, record: World['record']) {
  const from = dateOf(await clock.now());
  const line = { kind: 'begun', seed, transfers, letters, from, to: lastDayOf(from) } as const;
  await record(line);
  return line;
}

/** The calendar month when enough of it is left, else a month from today. */
function lastDayOf(from: string): string {
  let last = from;
  while (nextDay(last).slice(5, 7) === from.slice(5, 7)) last = nextDay(last);
  if (workingDaysOf(from, last).length >= 15) return last;
  for (let days = 30; days > 0; days--) last = days === 30 ? from : nextDay(last);
  return last;
}

/** The others ask for nobody yet. */
const isPension = ({ kind }: { readonly kind: string }): boolean => kind === 'pension';

/** The office's directory; an empty one is filled by its administrator from a file. */
async function directoryOf(api: OfficeApi, stop: AbortSignal): Promise<Counterpart[]> {
  const { id } = api.oneOf('administrator');
  const read = async (): Promise<Counterpart[]> =>
    (await api.sure(id, (headers) => api.client.GET('/counterparts', { headers }))).items.filter(isPension);
  let offices = await read();
  if (offices.length > 0) return offices;
  await sendFile(api, id, {
    kind: 'counterparts',
    name: 'counterparts.csv',
    content: new TextEncoder().encode(directoryFile()),
  });
  while ((offices = await read()).length === 0) await delay(200, undefined, { signal: stop });
  return offices;
}
