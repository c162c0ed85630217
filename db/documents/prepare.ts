/** Everything that a paper is drawn from, read at one instant. */
import { randomBytes } from 'node:crypto';
import { statusCode } from '../../domain/ids.ts';
import { hasOwnNumber, type DocumentKindName } from '../../domain/documents/kinds.ts';
import type { Issued, OfficeHead } from '../../documents/kind.ts';
import type { Db } from '../connection/connection.ts';
import { inSnapshot } from '../connection/snapshot.ts';
import { readNow } from '../office/clock.ts';
import { readOfficeHead } from './head.ts';
import { findCurrent, type CurrentDocument } from './kept.ts';
import { READERS } from './readers/index.ts';
import type { Reading } from './reading.ts';
import { wordsInForce } from './templates.ts';

export interface Asked extends Omit<Reading, 'tx' | 'today'> {
  readonly kind: DocumentKindName;
  /** To another office: carries a code by which that office asks whether it is genuine. */
  readonly withCheck: boolean;
  readonly preview?: boolean;
}

export interface Prepared {
  readonly asked: Asked;
  readonly data: unknown;
  readonly words: Readonly<Record<string, string>>;
  readonly templateId: string | null;
  readonly office: OfficeHead;
  readonly issued: Issued;
  /** What it takes the place of. */
  readonly replaces: CurrentDocument | undefined;
  /** How far the transfer had come: what happened since would not stand on the paper. */
  readonly lastSeq: number | null;
  /** Of a paper of no single transfer: whose records are on it. */
  readonly transferIds: readonly string[];
}

export const prepareDocument = (db: Db, asked: Asked): Promise<Prepared> =>
  inSnapshot(db, async (tx) => {
    const { officeId, transferId, kind, publicUrl, withCheck, preview = false } = asked;
    const { today } = await readNow(tx);
    const lastSeq = transferId === null ? null : await lastSeqOf(tx, officeId, transferId);
    const {
      data,
      number,
      subjectId = asked.subjectId,
      transferIds = [],
    } = await READERS[kind]({ ...asked, tx, today });
    const about = { ...asked, subjectId };
    const replaces = preview ? undefined : await findCurrent(tx, { ...about, ...(hasOwnNumber(kind) && { number }) });
    const template = await wordsInForce(tx, officeId, kind);
    const code = statusCode(randomBytes(13));
    return {
      asked: about,
      data,
      words: template?.words ?? {},
      templateId: template?.id ?? null,
      office: await readOfficeHead(tx, officeId),
      issued: {
        number: replaces?.number ?? number,
        day: today,
        version: (replaces?.version ?? 0) + 1,
        check: withCheck ? { code, address: `${publicUrl}/d/${code}` } : null,
        preview,
      },
      replaces,
      lastSeq,
      transferIds,
    };
  });

async function lastSeqOf(tx: Db, officeId: string, transferId: string): Promise<number | null> {
  const row = await tx
    .selectFrom('transfers')
    .select('last_seq')
    .where('id', '=', transferId)
    .where('office_id', '=', officeId)
    .executeTakeFirst();
  return row?.last_seq ?? null;
}
