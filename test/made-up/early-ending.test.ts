/** A type whose last step form and money decide: they may have come before it is opened, and then they end the transfer. */
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { procedureRows } from '../../db/connection/procedure-rows.ts';
import type { Closing } from '../../domain/facts/closings.ts';
import { PROCEDURES, Procedures } from '../../domain/procedures/index.ts';
import { procedure, type FactUses, type Steps, type Walk } from '../../domain/procedures/procedure.ts';
import { checkInvariants } from '../../invariants/check.ts';
import { CHECKED_PROCEDURES, type CheckedProcedure } from '../../invariants/procedures.ts';
import { anOffice } from '../builders/office.ts';
import { aForm, agreeingMoney, anAcceptedTransfer, walk } from '../builders/walk.ts';
import { freshDatabase, type FreshDatabase } from '../support/database.ts';
import { madeUp, MADE_UP_LIMITS } from './procedure.ts';
import { postedLetter } from '../builders/posted-letter.ts';

const { ask } = madeUp.steps;
const funds = {
  role: 'clerk',
  part: 'I4',
  limit: 'counterpart',
  clock: 'opening',
  party: 'counterpart',
  owner: 'steward',
  decidedBy: 'formAndMoney',
  outcomes: { agreed: { when: 'agree' }, differs: { when: 'differ' } },
} as const;
const steps = { ask, funds } as const satisfies Steps;
const facts = {
  letterSent: { during: ['ask'], closes: ['asked'] },
  infoFormReceived: { during: ['ask', 'funds'], closes: ['agreed', 'differs'] },
  fundReceived: { during: ['ask', 'funds'], closes: ['agreed', 'differs'] },
} as const satisfies FactUses<typeof steps>;

const short = procedure({
  ...madeUp,
  version: '2026-3',
  validFrom: '2026-01-02',
  steps,
  facts,
  *run({ step }): Walk<Closing> {
    yield* step('ask');
    return (yield* step('funds')) === 'agreed' ? 'completed' : 'closedWithoutTransfer';
  },
});
const CHECKED: CheckedProcedure = {
  key: short.key,
  first: 'ask',
  begins: [['ask', 'asked']],
  transitions: [['ask', 'asked', 'funds', 0]],
  endings: [
    ['funds', 'agreed', 'completed'],
    ['funds', 'differs', 'closedWithoutTransfer'],
  ],
};

const procedures = new Procedures([PROCEDURES.all, short].flat());
let fresh: FreshDatabase;
beforeAll(async () => {
  fresh = await freshDatabase(procedures);
  await sql.raw(procedureRows(procedures)).execute(fresh.db);
  await fresh.db.insertInto('limits').values(MADE_UP_LIMITS).execute();
});
afterAll(() => fresh.drop());

test('what had come early ends the transfer in the transaction that opens its last step', async () => {
  const { db } = fresh;
  const office = await anOffice(db);
  const id = await anAcceptedTransfer(db, office, { procedureType: short.type });
  const the = walk(db, office, id);
  await the.say('clerk', { kind: 'infoFormReceived', form: aForm() });
  await the.say(null, await agreeingMoney(db, office, id, 3_420_644));
  await the.say('letterClerk', postedLetter());

  const transfer = await db.selectFrom('transfers').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  expect(transfer).toMatchObject({ closing: 'completed', closed_at: expect.any(Date) });
  expect(await db.selectFrom('tasks').select('kind').where('kind', '=', 'stuckTransfer').execute()).toEqual([]);
  const told = await db.selectFrom('outbox').select('payload').where('transfer_id', '=', id).orderBy('id').execute();
  expect(told.at(-1)!.payload).toMatchObject({ kind: 'letterSent', ends: 'completed', opens: null });
  const decided = await db.selectFrom('notice_decisions').select('decision').where('transfer_id', '=', id).execute();
  expect(decided).toEqual([{ decision: 'send' }]);
  const found = await checkInvariants({ databaseUrl: fresh.url, procedures: [CHECKED_PROCEDURES, CHECKED].flat() });
  // Nobody books what this type receives.
  expect(found.map(({ invariant }) => invariant).filter((name) => !name.includes('money'))).toEqual([]);
});
