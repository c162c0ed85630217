/** Everything of one sampled case, one file after the other: only one paper is held at a time. */
import { createHash } from 'node:crypto';
import { Refusal } from '../../domain/errors.ts';
import type { Role } from '../../domain/roles.ts';
import type { Db } from '../connection/connection.ts';
import type { Keyring } from '../connection/sealing.ts';
import { openPaper } from '../forms/papers.ts';
import { listEvents } from '../reading/history.ts';
import { readPersonInFull } from '../reading/person-in-full.ts';
import { readTransferDetail } from '../reading/transfer-detail.ts';

export interface SampledCase {
  readonly caseNo: string;
  readonly transferIds: readonly string[];
}

interface Viewer {
  readonly id: string;
  readonly officeId: string;
  readonly roles: readonly Role[];
}

/** @throws Refusal not-found when the sample has no such case */
export async function findSampledCase(
  db: Db,
  { officeId, sampleId, caseId }: { readonly officeId: string; readonly sampleId: string; readonly caseId: string },
): Promise<SampledCase> {
  const rows = await db
    .selectFrom('sampled_cases as one')
    .innerJoin('audit_samples as s', 's.id', 'one.sample_id')
    .innerJoin('cases as c', 'c.id', 'one.case_id')
    .innerJoin('transfers as t', 't.case_id', 'c.id')
    .select(['c.case_no', 't.id'])
    .where('s.office_id', '=', officeId)
    .where('s.id', '=', sampleId)
    .where('c.id', '=', caseId)
    .orderBy('t.leg', 'desc')
    .orderBy('t.number')
    .execute();
  const [first] = rows;
  if (!first) throw new Refusal('not-found', 'There is no such case in this sample.');
  return { caseNo: first.case_no, transferIds: rows.map(({ id }) => id) };
}

export interface PackedFile {
  readonly path: string;
  readonly content: Buffer;
  /** Pictures and PDFs are packed by themselves. */
  readonly squeezable: boolean;
}

const EXTENSIONS: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
};

/** `case.json`, of each transfer its events and papers, and at last `contents.json`. */
export async function* filesOfCase(
  db: Db,
  keyring: Keyring,
  { caseNo, transferIds }: SampledCase,
  viewer: Viewer,
): AsyncGenerator<PackedFile> {
  const contents: { path: string; bytes: number; sha256: string }[] = [];
  const packed = (path: string, content: Buffer, squeezable: boolean): PackedFile => {
    contents.push({ path, bytes: content.length, sha256: createHash('sha256').update(content).digest('hex') });
    return { path, content, squeezable };
  };
  const transfers = [];
  for (const id of transferIds) transfers.push(await transferOf(db, keyring, id, viewer));
  yield packed('case.json', asJson({ caseNo, transfers }), true);
  for (const [at, { id, papers }] of transfers.entries()) {
    const folder = `transfer-${String(at + 1)}`;
    yield packed(`${folder}/events.json`, asJson(await chainOf(db, keyring, id)), true);
    for (const [no, paper] of papers.entries()) {
      const opened = await openPaper(db, keyring, { officeId: viewer.officeId, transferId: id, id: paper.id });
      const name = `${String(no + 1).padStart(3, '0')}.${EXTENSIONS[paper.mediaType] ?? 'bin'}`;
      if (opened) yield packed(`${folder}/papers/${name}`, opened.content, false);
    }
  }
  yield { path: 'contents.json', content: asJson({ caseNo, files: contents }), squeezable: true };
}

/** What a reader may do with it is not of the case. */
async function transferOf(db: Db, keyring: Keyring, id: string, viewer: Viewer) {
  const detail = await readTransferDetail(db, keyring, id, viewer);
  if (!detail) throw new Refusal('not-found', 'There is no such transfer.');
  const { allowedFacts: _, barredFromStep: __, statusCode: ___, person, ...rest } = detail;
  const inFull = await readPersonInFull(db, keyring, viewer.officeId, id);
  return { ...rest, person: { ...person, inFull: inFull ?? null } };
}

const PAGE = 500;

/** Each carries SHA-256 over the one before and itself: a line that is changed or left out afterwards breaks all that follow. */
async function chainOf(db: Db, keyring: Keyring, transferId: string) {
  const chain: Record<string, unknown>[] = [];
  let before = '';
  let after: number | null = 0;
  while (after !== null) {
    const page: Awaited<ReturnType<typeof listEvents>> = await listEvents(db, keyring, transferId, {
      after,
      limit: PAGE,
    });
    for (const event of page.items) {
      const sha256: string = createHash('sha256')
        .update(`${before}\n${JSON.stringify(event)}`)
        .digest('hex');
      chain.push({ event, sha256 });
      before = sha256;
    }
    after = page.next;
  }
  return {
    chain: 'sha256 of the sha256 before (empty for the first), a line feed, and the event as JSON without spaces',
    events: chain,
  };
}

const asJson = (value: unknown): Buffer => Buffer.from(`${JSON.stringify(value, null, 2)}\n`, 'utf8');
