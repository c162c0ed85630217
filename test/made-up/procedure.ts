/**
 * A type that only the tests know, whole in one file: its text, its words, its limits, what the checker knows of it, and the
 * workflows that follow it. The employer is asked for proof of years, as often as needed; then finance settles.
 */
import { PROCEDURES, Procedures } from '../../domain/procedures/index.ts';
import {
  LIMITS,
  procedure,
  type FactUses,
  type Hand,
  type Steps,
  type Walk,
} from '../../domain/procedures/procedure.ts';
import type { Closing } from '../../domain/facts/closings.ts';
import { CHECKED_PROCEDURES, type CheckedProcedure } from '../../invariants/procedures.ts';
import { followTransfer } from '../../workflows/transfer.ts';

const steps = {
  ask: {
    role: 'letterClerk',
    part: 'I3',
    limit: 'accept',
    laterLimit: 'resend',
    clock: 'acceptance',
    party: 'own',
    owner: 'letterSender',
    outcomes: { asked: { attempt: 'begins' } },
  },
  proof: {
    role: 'clerk',
    part: 'I4',
    limit: 'counterpart',
    clock: 'opening',
    party: 'employer',
    owner: 'steward',
    outcomes: { given: {}, again: { attempt: 'ends', wants: 'reason' } },
  },
  settle: {
    role: 'accountClerk',
    part: 'I5',
    limit: 'own',
    clock: { fact: 'decided' },
    party: 'own',
    owner: { post: '并账岗' },
    apartFrom: ['proof'],
    outcomes: { settled: {} },
  },
} as const satisfies Steps;

const facts = {
  letterSent: { during: ['ask', 'proof'], closes: ['asked'] },
  decided: { during: ['proof'], closes: ['given', 'again'], reasons: { codes: ['L02', 'D01'] } },
  booked: { during: ['settle'], closes: ['settled'] },
} as const satisfies FactUses<typeof steps>;

/** Asked until the proof is there, then settled. */
function* run({ step }: Hand<typeof steps>): Walk<Closing> {
  do {
    yield* step('ask');
  } while ((yield* step('proof')) === 'again');
  yield* step('settle');
  return 'completed';
}

const stepsZh = { ask: '发函索要', proof: '等待证明', settle: '结清' };
const stepsEn = { ask: 'Asking', proof: 'Proof of years', settle: 'Settling' };

export const madeUp = procedure({
  direction: 'in',
  type: 'proofOfYears',
  version: '2026-1',
  validFrom: '2026-01-01',
  caseNoPrefix: 'PY',
  words: {
    'zh-CN': {
      type: '年限证明',
      steps: stepsZh,
      outcomes: { asked: '已发函', given: '已证明', again: '补正', settled: '已结清' },
      stepsForPerson: { ask: '向单位发函', proof: '等待单位证明', settle: '结清' },
    },
    en: {
      type: 'Proof of years',
      steps: stepsEn,
      outcomes: { asked: 'asked', given: 'given', again: 'asked again', settled: 'settled' },
      stepsForPerson: { ask: 'Writing to your employer', proof: 'Waiting for your employer', settle: 'Settling' },
    },
    ko: {
      type: '가입 기간 증명',
      steps: { ask: '문의', proof: '증명 대기', settle: '정산' },
      outcomes: { asked: '문의함', given: '증명됨', again: '다시 문의', settled: '정산함' },
      stepsForPerson: { ask: '회사에 문의', proof: '회사 증명 대기', settle: '정산' },
    },
    vi: {
      type: 'Xác nhận số năm',
      steps: { ask: 'Gửi thư hỏi', proof: 'Chờ xác nhận', settle: 'Quyết toán' },
      outcomes: { asked: 'đã hỏi', given: 'đã xác nhận', again: 'hỏi lại', settled: 'đã quyết toán' },
      stepsForPerson: { ask: 'Gửi thư cho đơn vị', proof: 'Chờ xác nhận của đơn vị', settle: 'Quyết toán' },
    },
    fa: {
      type: 'گواهی سابقه',
      steps: { ask: 'درخواست', proof: 'گواهی سابقه', settle: 'تسویه' },
      outcomes: { asked: 'درخواست شد', given: 'گواهی شد', again: 'دوباره درخواست شد', settled: 'تسویه شد' },
      stepsForPerson: { ask: 'نامه به کارفرما', proof: 'در انتظار گواهی کارفرما', settle: 'تسویه' },
    },
  },
  steps,
  facts,
  run,
});

/** A change of the text after some transfers had begun: a version of its own. */
export const madeUpLater = procedure({
  ...madeUp,
  version: '2026-2',
  validFrom: '2026-07-01',
  steps,
  facts,
  *run({ step }): Walk<Closing> {
    yield* step('settle');
    return 'completed';
  },
});

export const WITH_MADE_UP = new Procedures([PROCEDURES.all, madeUp, madeUpLater].flat());

/** Working days of every limit; what does not matter is five. */
export const MADE_UP_LIMITS = LIMITS.map((name) => ({
  rule_version: '2010-66',
  direction: madeUp.direction,
  procedure_type: madeUp.type,
  name,
  working_days: { counterpart: 7, reminder: 2, escalation: 1 }[name as string] ?? 5,
  source: 'made up',
}));

const CHECKED_MADE_UP: CheckedProcedure = {
  key: 'in/proofOfYears/2026-1',
  first: 'ask',
  begins: [['ask', 'asked']],
  transitions: [
    ['ask', 'asked', 'proof', 0],
    ['proof', 'again', 'ask', 1],
    ['proof', 'given', 'settle', 0],
  ],
  endings: [['settle', 'settled', 'completed']],
};
const CHECKED_LATER: CheckedProcedure = {
  key: 'in/proofOfYears/2026-2',
  first: 'settle',
  begins: [['ask', 'asked']],
  transitions: [['settle', 'never', 'settle', 0]],
  endings: [['settle', 'settled', 'completed']],
};
export const CHECKED_WITH_MADE_UP = [CHECKED_PROCEDURES, CHECKED_MADE_UP, CHECKED_LATER].flat();

// The entry of the workflows' bundle.
export const transfer = followTransfer(WITH_MADE_UP);
export { noticeRounds } from '../../workflows/notice-rounds.ts';
