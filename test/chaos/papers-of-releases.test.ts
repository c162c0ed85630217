/** The rehearsal of an upgrade notices a printed paper that another release gives back otherwise, or not at all. */
import { hash } from '@node-rs/argon2';
import { CompiledQuery, sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { printAndCompare, type Sums } from '../../chaos/upgrade/papers.ts';
import { PRACTICE_PASSWORD } from '../../domain/staff/practice.ts';
import { testKeyring } from '../builders/office.ts';
import { anAcceptedTransfer } from '../builders/walk.ts';
import { startApi, type TestApi } from '../support/api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
  const passwordHash = await hash(PRACTICE_PASSWORD, { memoryCost: 1024, timeCost: 1 });
  await api.db.updateTable('staff').set({ password_hash: passwordHash, practice: true }).execute();
  await anAcceptedTransfer(api.db, api.office);
  await anAcceptedTransfer(api.db, api.office);
});
afterAll(() => api.stop());

const stay = (known: Sums, hasPapers = true) =>
  printAndCompare(
    {
      url: api.url,
      hasPapers,
      ask: async (text, values = []) => (await api.db.executeQuery(CompiledQuery.raw(text, [...values]))).rows as never,
    },
    known,
  );

test('what was printed is asked for again, and what is not the same any more is named', async () => {
  const known: Sums = new Map();
  expect(await stay(known)).toEqual({ printed: 4, givenBack: 0, changed: [] });
  await anAcceptedTransfer(api.db, api.office);
  expect(await stay(known)).toEqual({ printed: 2, givenBack: 4, changed: [] });

  // A release before there were papers is no witness.
  expect(await stay(known, false)).toEqual({ printed: 0, givenBack: 0, changed: [] });

  const [other, lost] = [...known.keys()];
  const otherwise = testKeyring.seal(Buffer.from('%PDF-1.7 as a later release draws it'));
  await sql`update documents set content_sealed = ${otherwise} where id = ${other}`.execute(api.db);
  await sql`delete from documents where id = ${lost}`.execute(api.db);
  const { givenBack, changed } = await stay(known);
  expect({ givenBack, changed: [...changed].sort() }).toEqual({ givenBack: 6, changed: [other, lost].sort() });
});
