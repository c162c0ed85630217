/** Transfers whose form lies beside its paper: one to be gone through, one to be reviewed with a difference, one barred to the viewer, two clean ones. */
import type { components } from '../../api/contract.generated.ts';
import { withMessage } from '../../domain/forms/info-form-findings.ts';
import { checkInfoForm, INFO_FORM_RULES } from '../../domain/forms/info-form.ts';
import { NATIONAL_INTEREST_RATES } from '../../domain/money/interest-rates.ts';
import * as office from './mock-office.ts';

type Schemas = components['schemas'];
type Detail = Schemas['TransferDetail'];

export const ENTRY_ID = office.id(301);
export const REVIEW_ID = office.id(302);
export const BARRED_ID = office.id(303);
export const CLEAN_IDS = [office.id(304), office.id(305)] as const;

/** What the rules of the office say, as `POST /checks/info-form` answers it. */
export function checked(body: string): Schemas['CheckedInfoForm'] {
  const { form } = JSON.parse(body) as { form: Schemas['NewInfoForm'] };
  const rules = { ...INFO_FORM_RULES, interestRates: NATIONAL_INTEREST_RATES };
  const said = checkInfoForm(form, { receivedOn: form.receivedOn ?? '2026-06-08' }, rules);
  return {
    findings: said.findings.map(withMessage),
    transferYear: said.transferYear,
    pooledFundFen: said.pooledFundFen ?? null,
    movable: { ...said.movable, years: [...said.movable.years] },
  };
}

/** A year of 10,000 yuan a month, and five months of the next (66号 Art. 4, 3.97 % in 2023). */
export const FORM: Schemas['InfoForm'] = {
  id: office.id(390),
  attempt: 1,
  formNo: '沪转 2024-17',
  receivedOn: '2024-06-20',
  transferredOn: '2024-06-03',
  temporaryAccount: false,
  secondPersonId: null,
  state: 'received',
  flags: [],
  movable: { principalFen: 1_360_000, excessFen: 0, years: [] },
  personalBefore1998Fen: 0,
  accountUntilLastYearFen: 980_644,
  accountThisYearFen: 400_000,
  accountTotalFen: 1_380_644,
  pooledFundFen: 2_040_000,
  totalFen: 3_420_644,
  years: [
    { fromMonth: '202301', toMonth: '202312', months: 12, baseFen: 1_000_000, personalRate: 0.08, accountRate: 0.08, creditedFen: 960_000, interestFen: 20_644, balanceFen: 980_644 },
    { fromMonth: '202401', toMonth: '202405', months: 5, baseFen: 1_000_000, personalRate: 0.08, accountRate: 0.08, creditedFen: 400_000, interestFen: 0, balanceFen: 1_380_644 },
  ],
}; // prettier-ignore

/** The interest of 2023 is typed 206.88, the balance with it. */
const ODD: Schemas['InfoForm'] = {
  ...FORM,
  years: [{ ...FORM.years[0]!, interestFen: 20_688, balanceFen: 980_688 }, FORM.years[1]!],
};
const oddForm: Schemas['InfoForm'] = { ...ODD, flags: checked(JSON.stringify({ form: sent(ODD) })).findings };

function sent({
  id: _id,
  attempt: _,
  secondPersonId: _2,
  state: _3,
  flags: _4,
  movable: _5,
  ...form
}: Schemas['InfoForm']) {
  return form;
}

const PAPERS: Detail['papers'] = (['信息表', '身份证复印件'] as const).map((kind, number) => ({
  id: office.id(395 + number),
  kind,
  mediaType: 'image/png',
  byteLength: 48_213,
  addedAt: '2026-06-05T02:00:00Z',
}));

const money = (amountFen: number): Detail['money'] => [
  { creditId: office.id(398), serial: 'P1', bookedOn: '2026-06-05', amountFen, state: 'matched' },
];

const ENTRY_WAITS = { ...office.LETTER_WAITS, ordinal: 5, step: 'entry' };
const REVIEW_WAITS = { ...office.LETTER_WAITS, ordinal: 6, step: 'secondReview' };

function transfer(id: string, step: Schemas['StepView'], part: Partial<Detail>) {
  const caseNo = `IN2026060${id.slice(-4)}`;
  const detail: Detail = {
    ...office.detail,
    id,
    caseNo,
    openStep: office.openStep(step),
    infoForms: [FORM],
    money: money(FORM.totalFen),
    papers: PAPERS,
    allowedFacts: ['secondReviewed', 'held', 'corrected'],
    ...part,
  };
  const progress: Schemas['Progress'] = {
    transferId: id,
    caseNo,
    procedure: detail.procedure,
    holder: { staff: step.owner, since: step.openedAt, as: 'stepOwner' },
    deputy: null,
    steps: [step],
    next: null,
    closedAt: null,
    closing: null,
  };
  return { detail, progress };
}

export const entryTransfers = [
  transfer(ENTRY_ID, ENTRY_WAITS, {
    allowedFacts: ['infoFormReceived', 'sentBackToCounterpart', 'entered', 'held', 'corrected'],
  }),
  transfer(REVIEW_ID, REVIEW_WAITS, { infoForms: [oddForm], money: money(FORM.totalFen + 5400) }),
  transfer(BARRED_ID, REVIEW_WAITS, { barredFromStep: true, allowedFacts: ['held', 'corrected'] }),
  ...CLEAN_IDS.map((id) => transfer(id, REVIEW_WAITS, { papers: [] })),
];

/** Rows as a list of open work has them. */
export const entryRows = (ids: readonly string[]): { items: Schemas['TransferRow'][]; next: null } => ({
  items: entryTransfers.map(({ detail }) => detail).filter(({ id }) => ids.includes(id)),
  next: null,
});

/** Answer to a fact that closed the open step. */
export const recorded = (id: string, kind: Schemas['FactKind'], step: string): Schemas['RecordedFact'] => ({
  transferId: id,
  event: office.event(9, { kind }),
  closedStep: { ordinal: 6, step, outcome: 'approved' },
  openStep: { ...office.openStep(REVIEW_WAITS), ordinal: 7, step: 'booking', owner: office.CLERK },
});

/** A scanned form: enough of one to be turned and enlarged. */
export const SCAN = `<svg xmlns="http://www.w3.org/2000/svg" width="1240" height="1754" viewBox="0 0 1240 1754">
<rect width="1240" height="1754" fill="#fdfcf7"/><g font-family="sans-serif" font-size="26" fill="#222">
<text x="620" y="130" text-anchor="middle" font-size="38">基本养老保险关系转移接续信息表</text>
<text x="90" y="220">编号 沪转 2024-17</text><text x="760" y="220">转移日期 2024年6月3日</text>
<text x="90" y="270">姓名 样例甲</text><text x="420" y="270">性别 男</text><text x="760" y="270">公民身份号码 110102********0357</text>
${['① 0.00', '② 9,806.44', '③ 4,000.00', '④ 13,806.44', '⑤ 20,400.00', '⑥ 34,206.44'].map((line, row) => `<text x="90" y="${String(370 + row * 48)}">${line}</text>`).join('')}
${['2023.01 2023.12 12 10000.00 8% 9600.00 206.44 9806.44', '2024.01 2024.05 5 10000.00 8% 4000.00 0.00 13806.44'].map((line, row) => `<text x="90" y="${String(740 + row * 48)}">${line.split(' ').join('　 ')}</text>`).join('')}
<path d="M80 690H1160M80 760H1160M80 810H1160" stroke="#999"/></g></svg>`;
