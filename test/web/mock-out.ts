/** A transfer-out whose form is to be made out, and one whose form waits for the second person. */
import { contributions } from './mock-core.ts';
import { FORM } from './mock-entry.ts';
import { OUT_ID } from './mock-incoming.ts';
import * as office from './mock-office.ts';
import type { MockTransfer } from './mock-transfers.ts';
import type { components } from '../../api/contract.generated.ts';

type Schemas = components['schemas'];

export const OUT_REVIEW_ID = office.id(402);

const CHECKED: Schemas['StepView'] = { ...office.REVIEWED, step: 'letterCheck' };
const ISSUED: Schemas['StepView'] = { ...office.REVIEWED, ordinal: 2, step: 'formIssue', outcome: 'issued' };
const waits = (step: string, ordinal: number): Schemas['StepView'] => ({ ...office.LETTER_WAITS, step, ordinal });

const ANSWER: Schemas['OurAnswer'] = {
  formNo: 'XX-7',
  accountTotalFen: FORM.accountTotalFen,
  pooledFundFen: FORM.pooledFundFen,
  totalFen: FORM.totalFen,
  sentFen: 0,
  dueFen: FORM.totalFen,
};

function transferOut(
  id: string,
  steps: readonly Schemas['StepView'][],
  part: Partial<Schemas['TransferDetail']>,
): MockTransfer {
  const open = steps.at(-1)!;
  const procedure = 'out/employee/2019-94';
  const caseNo = `OT2026060${id.slice(-4)}`;
  return {
    detail: {
      ...office.detail,
      id,
      caseNo,
      direction: 'out',
      procedure,
      application: null,
      openStep: office.openStep(open),
      ...part,
    },
    progress: {
      transferId: id,
      caseNo,
      procedure,
      holder: { staff: open.owner, since: open.openedAt, as: 'stepOwner' },
      deputy: null,
      steps: [...steps],
      next: null,
      closedAt: null,
      closing: null,
    },
  };
}

export const outTransfers: readonly MockTransfer[] = [
  transferOut(OUT_ID, [CHECKED, waits('formIssue', 2)], {
    allowedFacts: ['infoFormIssued', 'letterSentBack', 'held', 'untransferableTold', 'takenOver'],
    tasks: [
      {
        id: office.id(420),
        kind: 'untransferableNotice',
        transferId: OUT_ID,
        caseNo: 'OT20260600401',
        reasonCode: 'L09',
        owner: office.LETTER_CLERK,
        about: {},
        openedAt: '2026-06-05T01:30:00Z',
        dueOn: '2026-06-19',
        overdue: false,
        closedAt: null,
      },
    ],
  }),
  transferOut(OUT_REVIEW_ID, [CHECKED, ISSUED, waits('formReview', 3)], {
    allowedFacts: ['secondReviewed', 'held', 'takenOver'],
    answer: ANSWER,
    infoForms: [{ ...FORM, state: 'issued', formNo: 'XX-7' }],
  }),
];

/** What follows from the rows of its person. */
export const outContributions: Schemas['Contributions'] = {
  ...contributions,
  form: {
    personalBefore1998Fen: FORM.personalBefore1998Fen,
    accountUntilLastYearFen: FORM.accountUntilLastYearFen,
    accountThisYearFen: FORM.accountThisYearFen,
    accountTotalFen: FORM.accountTotalFen,
    pooledFundFen: FORM.pooledFundFen,
    totalFen: FORM.totalFen,
    transferredOn: '2026-06-08',
    temporaryAccount: false,
    years: FORM.years,
  },
};
