/** Which papers of a transfer can be printed now: each reader is tried at one instant, and nothing is drawn. */
import { Refusal } from '../../domain/errors.ts';
import { KINDS_OF_TRANSFER, type DocumentKindName } from '../../domain/documents/kinds.ts';
import type { Db } from '../connection/connection.ts';
import { inSnapshot } from '../connection/snapshot.ts';
import { readNow } from '../office/clock.ts';
import { READERS } from './readers/index.ts';
import type { Reading } from './reading.ts';

export interface ReadyKind {
  readonly kind: DocumentKindName;
  /** What of `input` somebody must say first; empty: it can be printed as it is. */
  readonly asks: readonly string[];
}

export interface UnreadyKind {
  readonly kind: DocumentKindName;
  readonly why: Refusal;
}

export interface Readiness {
  readonly ready: readonly ReadyKind[];
  readonly unready: readonly UnreadyKind[];
}

/** Every transfer has one, and its reader reads all that there is. */
const ALWAYS: readonly DocumentKindName[] = ['caseFile'];

type About = Omit<Reading, 'tx' | 'today' | 'subjectId' | 'input'>;

export const readReadiness = (db: Db, about: About): Promise<Readiness> =>
  inSnapshot(db, async (tx) => {
    const { today } = await readNow(tx);
    const ready: ReadyKind[] = [];
    const unready: UnreadyKind[] = [];
    for (const kind of KINDS_OF_TRANSFER) {
      const why = ALWAYS.includes(kind)
        ? undefined
        : await refusalOf(() => READERS[kind]({ ...about, tx, today, subjectId: null, input: {} }));
      const asks = why ? asksOf(why) : [];
      if (why && asks.length === 0) unready.push({ kind, why });
      else ready.push({ kind, asks });
    }
    return { ready, unready };
  });

/** Undefined: the paper can be read. What is no refusal is no answer. */
async function refusalOf(read: () => Promise<unknown>): Promise<Refusal | undefined> {
  try {
    await read();
    return undefined;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

const INPUT = 'input.';

/** Empty, where something else lacks than what can be typed. */
function asksOf({ refusal, defects }: Refusal): string[] {
  if (refusal !== 'invalid' || defects.some(({ field }) => !field.startsWith(INPUT))) return [];
  return defects.map(({ field }) => field.slice(INPUT.length));
}
