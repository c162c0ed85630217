/** Server-sent events (WHATWG HTML, 9.2): that something changed, so that a page need not ask again and again. */
import { Router } from 'express';
import { Refusal } from '../../domain/errors.ts';
import { LATELY_SECONDS } from '../../db/reading/changes.ts';
import type { ChangeFeed, Changes } from '../handling/change-feed.ts';
import type { Handler } from '../handling/handler.ts';

/** A stream is asked for anew once a minute: so a session that has ended does not go on listening. */
const STREAM_MS = 55_000;
const BEAT_MS = 4_000;
const MOST_STREAMS = 500;

interface Dependencies {
  readonly changes: ChangeFeed;
}

export const changesRoutes = (deps: Dependencies): Router => Router().get('/changes', follow(deps));

const follow =
  ({ changes }: Dependencies): Handler<'followChanges'> =>
  async (req, res) => {
    if (req.accepts(['application/json', 'text/event-stream']) !== 'text/event-stream') {
      const { everything, transfers } = await changes.lately();
      return void res.json({ everything, transfers: [...transfers] });
    }
    if (changes.followers >= MOST_STREAMS) throw new Refusal('overloaded', 'Too many follow what changes.');
    // Before the answer begins: what fails here is still told as a problem.
    const missed = await missedSince(req.get('Last-Event-ID'), changes);
    // A stream is no work under way.
    res.locals.leaveDoor?.();
    res.writeHead(200, {
      'Content-Type': 'text/event-stream',
      'Cache-Control': 'no-store',
      // A proxy that collects an answer before it passes it on would hold all of it back.
      'X-Accel-Buffering': 'no',
    });
    const beat = (): void => void res.write(`id: ${String(Date.now())}\n\n`);
    const tell = (what: Changes): void =>
      void res.write(`id: ${String(Date.now())}\ndata: ${JSON.stringify(what)}\n\n`);
    res.write('retry: 1000\n');
    if (missed) tell(missed);
    else beat();
    const beating = setInterval(beat, BEAT_MS);
    const ending = setTimeout(() => res.end(), STREAM_MS);
    const leave = changes.follow({ tell, end: () => res.end() });
    res.once('close', () => {
      clearInterval(beating);
      clearTimeout(ending);
      leave();
    });
  };

/** Whoever comes back within the seconds that are looked at has missed nothing but them; after that nobody knows. */
async function missedSince(lastEventId: string | undefined, changes: ChangeFeed): Promise<Changes | undefined> {
  if (lastEventId === undefined) return undefined;
  const seconds = (Date.now() - Number(lastEventId)) / 1000;
  return seconds >= 0 && seconds < LATELY_SECONDS - 2 ? changes.lately() : { everything: true, transfers: [] };
}
