/** The steps that the lock brings with it are those of the table, with everybody who answers for how they ended. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { TransferLedger } from '../../../db/ledger/transfer-ledger.ts';
import { selectSteps, stepsUnderLock, type StepRow } from '../../../db/procedure/step-rows.ts';
import { anOffice, type TestOffice } from '../../builders/office.ts';
import { anAcceptedTransfer, walk } from '../../builders/walk.ts';
import { freshDatabase, type FreshDatabase } from '../../support/database.ts';
import { standClockAt } from '../../builders/office-clock.ts';

let fresh: FreshDatabase;
let office: TestOffice;
beforeAll(async () => {
  fresh = await freshDatabase();
  office = await anOffice(fresh.db);
  await standClockAt(fresh.db, '2026-03-09T10:00:00+08:00');
});
afterAll(() => fresh.drop());

const at = (text: string) => ({ occurredAt: new Date(`${text}:00+08:00`) });

/** Opened, decided, held, and corrected by two. */
async function aCorrectedTransfer() {
  const id = await anAcceptedTransfer(fresh.db, office, at('2026-03-02T10:00'));
  const the = walk(fresh.db, office, id);
  const { seq } = await the.say('reviewer', { kind: 'reviewed', outcome: 'eligible' }, at('2026-03-04T10:00'));
  const detail = { kind: 'corrected', correctsSeq: seq, correctedOccurredAt: '2026-03-03T02:00:00.000Z' } as const;
  const corrected = await the.say('clerk', detail, { confirmedBy: office.staff.manager });
  return { id, corrected };
}

test('whoever reads them with the lock reads what stands in the table', async () => {
  const { id } = await aCorrectedTransfer();
  const stored = await selectSteps(fresh.db, id);
  expect(stored[0]).toMatchObject({ step: 'review', closed_by: office.staff.reviewer });
  expect([...stored[0]!.also_by].sort()).toEqual([office.staff.clerk, office.staff.manager].sort());
  const locked = await fresh.db
    .transaction()
    .execute(async (tx) => stepsUnderLock(await TransferLedger.openWithSteps(tx, id)));
  for (const [index, step] of stored.entries()) {
    const names = Object.keys(step) as (keyof StepRow)[];
    expect(Object.fromEntries(names.map((name) => [name, locked[index]![name]]))).toEqual(step);
  }
});

test('a correction that moves the open step leaves it to be read again', async () => {
  const { corrected } = await aCorrectedTransfer();
  expect(corrected).not.toHaveProperty('opened');
});
