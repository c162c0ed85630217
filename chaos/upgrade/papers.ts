/** Papers that one release has printed, as another gives them back: to the byte, for what was signed and posted is that and nothing newer. */
import { createHash } from 'node:crypto';
import createClient, { type Client } from 'openapi-fetch';
import type { components, paths } from '../../api/contract.generated.ts';

export interface Papers {
  readonly printed: number;
  /** Of those that were printed before, by whatever release. */
  readonly givenBack: number;
  /** Ids of those whose bytes are no longer the same, or that are not given back at all. */
  readonly changed: readonly string[];
}

/** Of each paper the SHA-256 of its bytes, as whoever printed it was given them. */
export type Sums = Map<string, string>;

type Kind = components['schemas']['DocumentKind'];
/** One that is short, one with everything of its transfer. */
const KINDS: readonly Kind[] = ['acceptanceSlip', 'caseFile'];
const TRANSFERS = 5;

/** A look into the ledger from outside. */
type AskLedger = <Row extends Record<string, unknown>>(sql: string, values?: readonly unknown[]) => Promise<Row[]>;

interface Printing {
  readonly url: string;
  /** Of a release before there were papers nothing is asked: it gives none back, and takes none away. */
  readonly hasPapers: boolean;
  readonly ask: AskLedger;
}

/** Asks for those that `known` has, prints some more, and notes them there. */
export async function printAndCompare({ url, hasPapers, ask }: Printing, known: Sums): Promise<Papers> {
  if (!hasPapers) return { printed: 0, givenBack: 0, changed: [] };
  const client = await signedIn(url);
  const changed: string[] = [];
  for (const [id, sum] of known) if ((await sumOf(client, id)) !== sum) changed.push(id);
  const givenBack = known.size;
  for (const id of await printSome(client, ask)) {
    const sum = await sumOf(client, id);
    if (sum !== undefined) known.set(id, sum);
  }
  return { printed: known.size - givenBack, givenBack, changed };
}

async function signedIn(url: string): Promise<Client<paths>> {
  const { data: accounts } = await createClient<paths>({ baseUrl: url }).GET('/practice/accounts');
  const clerk = accounts?.items.find(({ roles }) => roles.includes('clerk'));
  if (!clerk) throw new Error(`${url} has no practice account of a clerk: nobody can print there`);
  const { username, password } = clerk;
  const { data: session } = await createClient<paths>({ baseUrl: url }).POST('/sessions', {
    body: { username, password },
  });
  if (!session) throw new Error(`${url} lets nobody sign in`);
  return createClient<paths>({ baseUrl: url, headers: { Authorization: `Bearer ${session.token}` } });
}

/** Of transfers that have no paper of the kind yet. */
async function printSome(client: Client<paths>, ask: AskLedger): Promise<string[]> {
  const ids: string[] = [];
  for (const kind of KINDS) {
    for (const { id } of await withoutPaper(ask, kind)) {
      const { data } = await client.POST('/transfers/{id}/documents', { params: { path: { id } }, body: { kind } });
      if (data) ids.push(data.id);
    }
  }
  return ids;
}

const withoutPaper = (ask: AskLedger, kind: Kind): Promise<{ id: string }[]> =>
  ask<{ id: string }>(
    `select id from transfers as t where followed and direction = 'in' and not exists
      (select from documents as d where d.transfer_id = t.id and d.kind = $1) order by last_fact_seq desc, id limit $2`,
    [kind, TRANSFERS],
  );

/** Undefined: it is not given back. */
async function sumOf(client: Client<paths>, id: string): Promise<string | undefined> {
  const { data } = await client.GET('/documents/{id}/file', { params: { path: { id } }, parseAs: 'arrayBuffer' });
  return data && createHash('sha256').update(new Uint8Array(data)).digest('hex');
}
