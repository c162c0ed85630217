import { afterAll, beforeAll, expect, test } from 'vitest';
import { outEmployee } from '../../domain/procedures/out-employee.ts';
import { keepHistory, openTestOffice, type FollowedTransfer, type TestOffice } from './office.ts';

let office: TestOffice;
beforeAll(async () => {
  office = await openTestOffice();
});
afterAll(() => office.close());

const follow = (): Promise<FollowedTransfer> => office.follow(undefined, outEmployee);

async function toTheEnd(transfer: FollowedTransfer): Promise<void> {
  await transfer.pass('letterCheck', 'eligible');
  await transfer.pass('formIssue', 'issued');
  await transfer.pass('formReview', 'approved');
  await transfer.pass('remittanceCheck', 'agreed');
  await transfer.pass('remitting', 'paidOut');
  await transfer.pass('formSending', 'sent');
}

test('a transfer-out is followed from the letter to the end of the relation', async () => {
  const transfer = await follow();
  await toTheEnd(transfer);
  await transfer.pass('relationEnd', 'cutOff');
  expect(await transfer.ending()).toBe('completed');
  expect(transfer.ledger.walked().at(-1)).toBe('relationEnd 1 cutOff');
  await keepHistory('out-straight', transfer);
});

test('a form that is disputed goes out again', async () => {
  const transfer = await follow();
  await toTheEnd(transfer);
  await transfer.pass('relationEnd', 'disputed');
  await transfer.pass('formCorrection', 'issued');
  await transfer.pass('formReview', 'sentBack');
  await transfer.pass('formCorrection', 'issued');
  await transfer.pass('formReview', 'approved');
  await transfer.pass('remittanceRecheck', 'agreed');
  await transfer.pass('remitting', 'paidOut');
  await transfer.pass('formReissue', 'sent');
  await transfer.pass('relationEnd', 'cutOff');
  expect(await transfer.ending()).toBe('completed');
  expect(transfer.ledger.steps.at(-1)).toMatchObject({ step: 'relationEnd', attempt: 2 });
  await keepHistory('out-disputed', transfer);
});

test('a letter that goes back ends the run as the ledger says', async () => {
  const transfer = await follow();
  await transfer.pass('letterCheck', 'returned');
  expect(await transfer.ending()).toBe('letterSentBack');
  await keepHistory('out-sent-back', transfer);
});
