/** Papers of other regions as the letter clerk registers them, and a transfer-out taken from hand to hand over HTTP. */
import { expect } from 'vitest';
import { aKey, type Answer, type Caller, type TestApi } from '../support/api.ts';
import { aResidentId } from './walk.ts';

export const ARRIVED = '2026-01-05T09:30:00+08:00';

/** A letter of 310000 for somebody new. */
export const aLetter = (change: object = {}) => ({
  kind: 'letter',
  arrivedAt: ARRIVED,
  senderAreaCode: '310000',
  letterDated: '2025-12-30',
  person: { name: '样例转', idNumber: aResidentId() },
  ...change,
});

export const register = (who: Caller, paper: object, key = aKey()): Promise<Answer> =>
  who.post('/incoming', paper, key);

export async function aTransferOut(api: TestApi, change: object = {}): Promise<string> {
  const { status, body } = await register(await api.as('letterClerk'), aLetter(change));
  expect([status, body.state]).toEqual([201, 'opened']);
  return body.transferId as string;
}

export const aFormOut = (accountTotalFen = 20_000_00, pooledFundFen = 5_000_00) => ({
  kind: 'infoFormIssued',
  accountTotalFen,
  pooledFundFen,
  totalFen: accountTotalFen + pooledFundFen,
});

type Who = keyof TestApi['office']['staff'];

/** Records one fact after the other, each by whom it belongs to; after each the open step has an owner and a deadline. */
export function outHand(api: TestApi, transferId: string) {
  const say = async (who: Who, fact: object): Promise<Answer> =>
    (await api.as(who)).post(`/transfers/${transferId}/facts`, fact, aKey());
  return {
    say,
    /** @returns the step that is open afterwards, null when it has ended */
    async said(who: Who, fact: object): Promise<string | null> {
      const { status, body } = await say(who, fact);
      expect([fact, status, body.errors, body.detail]).toEqual([fact, 201, undefined, undefined]);
      const { openStep } = body;
      if (openStep) expect(openStep).toMatchObject({ owner: { id: expect.any(String) }, dueOn: expect.any(String) });
      return openStep?.step ?? null;
    },
    async read() {
      return (await (await api.as('clerk')).get(`/transfers/${transferId}`)).body;
    },
  };
}

export const CHECKED = { kind: 'letterChecked', outcome: 'eligible' };
export const APPROVED = { kind: 'secondReviewed', outcome: 'approved' };
export const AGREED = { kind: 'remittanceChecked', outcome: 'agreed' };
export const SENT = { kind: 'infoFormSent', channel: 'platform' };

/** Every fact of a transfer-out but that its letter goes back; the second person is another one. */
export const everyWayOut = [
  { kind: 'certificateIssued' },
  { ...CHECKED, reasonCode: 'L09' },
  { kind: 'untransferableTold', channel: 'letter' },
  aFormOut(),
  APPROVED,
  AGREED,
  { kind: 'fundSent', amountFen: aFormOut().totalFen },
  SENT,
  { kind: 'disputeReceived', reasonCode: 'F03' },
  aFormOut(),
  APPROVED,
  { kind: 'remittanceChecked', outcome: 'covered' },
  { kind: 'infoFormReissued', channel: 'platform' },
  { kind: 'relationEnded' },
];
