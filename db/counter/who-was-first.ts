/** Two at one transfer: the refusal of the second names the entry of the history by which the first has changed it. */
import { sql } from 'kysely';
import { Refusal, type RefusalName } from '../../domain/errors.ts';
import { FACT_KINDS, factRule } from '../../domain/facts/facts.ts';
import type { Db } from '../connection/connection.ts';

const OVERTAKEN: ReadonlySet<RefusalName> = new Set<RefusalName>([
  'step-not-open',
  'already-decided',
  'transfer-closed',
  'already-held',
  'not-held',
]);

/** In hours of the office: whoever has had a form open for longer was not overtaken, and what was recorded before that is no news. */
const NEWS_HOURS = 24;

/** Without closing a step they change what may be recorded. */
const TURNS = ['held', 'resumed', ...FACT_KINDS.filter((kind) => factRule(kind).ends !== undefined)];

/** The same refusal, with `seq` where somebody was first: who and when says the history, to whoever may read it. */
export async function namingTheFirst(db: Db, transferId: string, error: unknown): Promise<unknown> {
  if (!(error instanceof Refusal) || !OVERTAKEN.has(error.refusal)) return error;
  const { seq } = await db
    .selectFrom('events')
    .select(({ fn }) => fn.max('seq').as('seq'))
    .where('transfer_id', '=', transferId)
    .where('fact_seq', 'is not', null)
    .where('recorded_at', '>', sql<Date>`office_now() - make_interval(hours => ${NEWS_HOURS})`)
    .where((where) => where.or([where('closes', '=', true), where('kind', 'in', TURNS)]))
    .executeTakeFirstOrThrow();
  if (seq === null) return error;
  const { refusal, message, defects, extra } = error;
  return new Refusal(refusal, message, { defects, extra: { ...extra, seq } });
}
