/** Money out as it is played when something is lost on the way: a payment that comes back, and a proposal that nobody confirmed in time. */
import { expect, test } from 'vitest';
import { bankIsDone } from '../../simulator/play/expenditure-account.ts';
import { dutyOfPayment } from '../../simulator/play/payer.ts';
import { paymentFateOf } from '../../simulator/plan/payment-fate.ts';
import type { Plan } from '../../simulator/plan/plan.ts';
import type { PaymentStory } from '../../simulator/story/payment-story.ts';
import type { PaymentEntry } from '../../simulator/story/payments.ts';
import { newRequestStory } from '../../simulator/story/request-story.ts';
import { Story } from '../../simulator/story/story.ts';

const SEED = 7;
const plan = { seed: SEED } as Plan;
const at = (day: string): number => Date.parse(`${day}T10:00:00+08:00`);
const request = newRequestStory({ no: 1, transferId: 't1', caseNo: 'OUT1', arrivedAt: at('2026-03-02') });

/** Funded, and of which nothing more is known. */
function storyWith(id: string): { readonly story: Story; readonly payment: PaymentStory } {
  const story = new Story();
  const payment: PaymentStory = {
    id,
    no: 1,
    remittanceId: 'r1',
    reference: 'HK1',
    fundsMonth: '2026-03',
    amountFen: 100_00,
    payeeName: '样例市社会保险中心',
    payeeAccount: '0200000000000000000',
    byStaffId: 'finance',
    plannedAt: at('2026-03-03'),
    appliedAt: at('2026-03-03'),
    bureauPaidAt: at('2026-03-04'),
    fundedAt: at('2026-03-04'),
    counted: false,
  };
  story.payments.all.set(id, payment);
  return { story, payment };
}

test('a month is not over while a payment is on its way back, or a statement that says so was not handed in', () => {
  const ids = Array.from({ length: 10_000 }, (_, no) => `${String(no)}-1`);
  const isSlow = (id: string): boolean => (paymentFateOf(SEED, { id }).comesBack?.afterWorkingDays ?? 0) > 0;
  const { story, payment } = storyWith(ids.find(isSlow)!);
  const { payments } = story;
  expect(bankIsDone(plan, payments)).toBe(true);
  payment.sentAt = at('2026-03-05');
  const entry = (isDebit: boolean) => ({ payment: payment.id, isDebit, bookedOn: '2026-03-05' }) as PaymentEntry;
  story.apply({ kind: 'payments', name: '2026-03-06', entries: [entry(true)] });
  story.apply({ kind: 'paymentsIn', name: '2026-03-06', at: '2026-03-06T02:00:00Z' });
  expect([payments.open, bankIsDone(plan, payments)]).toEqual([[], false]);
  story.apply({ kind: 'payments', name: '2026-03-12', entries: [entry(false)] });
  expect([payments.open, bankIsDone(plan, payments)]).toEqual([[], false]);
  story.apply({ kind: 'paymentsIn', name: '2026-03-12', at: '2026-03-12T02:00:00Z' });
  expect([payments.open, bankIsDone(plan, payments)]).toEqual([[payment], true]);
});

test.each(['lapsed', 'changed-meanwhile'])(
  'a release that is refused as %s is proposed anew, under another key',
  (why) => {
    const { story, payment } = storyWith('1-1');
    const dutyNow = () => dutyOfPayment({ plan, payment, request, second: 'manager' })!.act;
    const does = (approvalId?: string) => {
      const act = dutyNow();
      story.apply({ kind: 'meant', act });
      story.apply({ kind: 'done', key: act.key, at: '2026-03-05T02:00:00Z', ...(approvalId && { approvalId }) });
      return act.key;
    };
    const isRefused = (name: string) => {
      const act = dutyNow();
      story.apply({ kind: 'meant', act });
      story.apply({ kind: 'refused', key: act.key, name });
      return act.key;
    };
    const first = does('a1');
    // Whatever else it is refused for, it waits to be confirmed.
    const confirming = isRefused('/problems/forbidden');
    expect(isRefused(`/problems/${why}`)).toBe(confirming);
    expect(dutyNow()).toMatchObject({ what: 'releaseProposed', payment: { subjectId: 'r1' } });
    const second = does('a2');
    expect(dutyNow()).toMatchObject({ what: 'releaseConfirmed', payment: { subjectId: 'a2' } });
    const confirmed = does();
    expect(new Set([first, confirming, second, confirmed]).size).toBe(4);
    expect(dutyNow().what).toBe('sent');
    payment.sentAt = at('2026-03-06');
    payment.odd = { serial: 'Z1', bookedOn: '2026-03-06', toldAt: at('2026-03-09') };
    const joining = does('a3');
    isRefused(`/problems/${why}`);
    expect(dutyNow().what).toBe('joinProposed');
    expect(does('a4')).not.toBe(joining);
    expect(dutyNow()).toMatchObject({ what: 'joinConfirmed', payment: { subjectId: 'a4' } });
  },
);
