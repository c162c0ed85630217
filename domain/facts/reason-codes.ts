/** Why a transfer stops, waits or starts again: the codes that a new office is shipped with. */
import type { FactKind } from './facts.ts';

/** R: returned, a new attempt is needed · H: hold, same attempt · P: part of it moves · X: closed without transfer. */
export type Effect = 'R' | 'H' | 'P' | 'X';

export interface Reason {
  readonly step: 'I2' | 'I3' | 'I4' | 'I5' | 'I6' | 'any';
  readonly zh: string;
  readonly en: string;
  /** What it does unless somebody decides otherwise. */
  readonly effect: Effect;
  /** What a person may decide instead. */
  readonly otherEffect?: Effect;
  /** It ends the attempt, unless it is only a hold. */
  readonly consumesAttempt: boolean;
  /** The norm it rests on; absent where it is practice. */
  readonly ground?: string;
  /** The facts that may carry it. */
  readonly places: readonly FactKind[];
}

/** Who sends back for what: what the counterpart finds in our letter, the post with it, and we in its form and money. */
const SENT_BACK_BY: Readonly<Partial<Record<Reason['step'], FactKind>>> = {
  I3: 'letterReturned',
  I4: 'returnedByCounterpart',
  I5: 'sentBackToCounterpart',
  I6: 'sentBackToCounterpart',
};

/** Where a reason may be said follows from where it arises and from what it does. */
function placesOf(step: Reason['step'], effects: readonly (Effect | undefined)[]): FactKind[] {
  const back = effects.includes('R') ? SENT_BACK_BY[step] : undefined;
  const does = (...some: Effect[]): boolean => some.some((effect) => effects.includes(effect));
  return [
    ...(step === 'I2' && does('X') ? (['reviewed'] as const) : []),
    ...(back ? [back] : []),
    ...(does('H', 'P') ? (['held'] as const) : []),
    ...(does('X', 'R', 'P') ? (['closedWithoutTransfer'] as const) : []),
  ];
}

type More = Partial<Pick<Reason, 'otherEffect' | 'consumesAttempt' | 'ground' | 'places'>>;
const withEffect =
  (effect: Effect) =>
  (step: Reason['step'], zh: string, en: string, more: More = {}): Reason => ({
    step,
    zh,
    en,
    effect,
    consumesAttempt: effect === 'R',
    places: placesOf(step, [effect, more.otherEffect]),
    ...more,
  });
const returns = withEffect('R');
const holds = withEffect('H');
const movesPart = withEffect('P');
const closes = withEffect('X');

/** 国办发〔2009〕66号, the provisional rules of transfer. */
const RULES_OF_2009 = '国办发〔2009〕66号';

const ENDED_BY_PERSON: readonly FactKind[] = ['withdrawn', 'closedWithoutTransfer'];
/** What a second person sends back waits for nobody. */
const SECOND_PERSON: Pick<Reason, 'places'> = { places: ['secondReviewed'] };

export const REASON_CODES = {
  A01: closes('I2', '未在本地参保缴费', 'Not insured or not paying here', { ground: RULES_OF_2009 }),
  A02: closes('I2', '已领取待遇', 'Already draws a pension', { ground: `${RULES_OF_2009}第二条` }),
  A03: closes('I2', '男满50女满40非本地户籍', 'Man of 50 or woman of 40 without local hukou: temporary account only', {
    ground: `${RULES_OF_2009}第五条`,
  }),
  A04: holds('I2', '缺户口簿/调动文件', 'Household register or approval of the move is missing'),
  A05: holds('I2', '原参保地信息不明', 'Agency of the original place unclear, merged or wrongly coded'),
  A06: closes('I2', '重复申请', 'An open case for the same person and place exists'),
  A07: closes('I2', '不符合待遇领取地', 'At pension age the pension is drawn elsewhere', {
    ground: `${RULES_OF_2009}第六条`,
  }),
  A08: closes('I2', '省内无需转移', 'Within the province nothing is transferred; the relation is re-registered'),
  M01: returns('I3', '地址错误/迁址', 'Wrong address, or the addressee has moved'),
  M02: returns('I3', '收件人拒收/无人签收', 'Refused by the addressee, or nobody there to sign'),
  // That a letter is lost is said by its own fact, without a reason.
  M03: returns('I3', '邮件丢失', 'Letter lost: no delivery receipt', { places: ['closedWithoutTransfer'] }),
  M04: returns('I3', '系统未接收/退回', 'The platform did not take the letter, or gave it back'),
  L01: returns('I4', '查无此人', 'Person unknown at the original place'),
  L02: returns('I4', '姓名/身份证号不一致', 'Name or ID number differs'),
  L03: returns('I4', '未停保/未减员', 'Still insured at the original place'),
  L04: holds('I4', '个人/单位欠费', 'Contributions in arrears', { otherEffect: 'P' }),
  L05: returns('I4', '已转出', 'Already moved to another place', { otherEffect: 'X' }),
  L06: closes('I4', '已在原地退休/领取', 'Already draws a pension there', { consumesAttempt: true }),
  L07: holds('I4', '多重关系', 'Several accounts in one province, to be gathered first'),
  L08: returns('I4', '临时账户', 'The account there is a temporary one: wrong kind of letter'),
  L09: movesPart('I4', '一次性缴费超3年缺文书', 'Lump sum of three years or more without its paper', {
    ground: '人社厅发〔2019〕94号',
  }),
  L10: returns('I4', '联系函要素缺失/印章不清/账户有误', 'Letter incomplete, seal unclear or bank account wrong'),
  L11: returns('I4', '险种不符', 'Scheme does not match'),
  // Chased, and its days are the counterpart's own anyhow.
  L12: holds('I4', '超期未回', 'No answer within the limit', { places: [] }),
  F01: holds('I5', '有表无款', 'Info form without money'),
  F02: holds('I5', '有款无表', 'Money without info form'),
  F03: holds('I5', '金额不符', 'The money differs from the info form', { otherEffect: 'R', consumesAttempt: true }),
  F04: holds('I5', '款项无法识别', 'Money that cannot be identified'),
  F05: returns('I5', '银行退汇', 'Remittance bounced'),
  F06: holds('I5', '重复到账', 'Paid twice: the excess goes back'),
  F07: closes('I5', '误收他人款项', 'Money that is not ours: it goes back'),
  D01: returns('I6', '勾稽关系不符', 'Sums, months or years of the form do not agree'),
  D02: holds('I6', '重复缴费', 'Months paid here and there: refund', {
    ground: '人社部发〔2010〕70号十、人社部发〔2009〕187号三',
    // Cleared after the transfer.
    places: [],
  }),
  D03: holds('I6', '98年前信息缺失', 'Details before 1998 are missing', { ground: '人社部规〔2016〕5号第二条' }),
  D04: holds('I6', '记账比例≠11%/8%', 'Share credited to the account is not the standard one', {
    otherEffect: 'R',
    consumesAttempt: true,
  }),
  D05: holds('I6', '定额缴费无基数', 'Fixed amount without a wage base', {
    otherEffect: 'R',
    consumesAttempt: true,
  }),
  D06: returns('I6', '补缴未标注', 'Back-payment not marked as such'),
  D07: holds('I6', '部队与地方重复', 'Military months overlap local months: refund'),
  // The annuity has a clock of its own.
  D08: holds('I6', '职业年金未到', 'The annuity has not arrived', { places: [] }),
  W01: closes('any', '申请人撤回', 'Withdrawn by the applicant', { places: ENDED_BY_PERSON }),
  W02: closes('any', '参保人死亡/出国定居', 'Death or emigration: another procedure', {
    ground: `${RULES_OF_2009}第三条`,
    places: ENDED_BY_PERSON,
  }),
  S01: holds('I6', '录入错误', 'Sent back by the second person: typing error', SECOND_PERSON),
  S02: holds('I6', '材料缺失', 'Sent back by the second person: paper missing', SECOND_PERSON),
  S03: holds('I6', '期间有误', 'Sent back by the second person: wrong period', SECOND_PERSON),
  S04: holds('I6', '人员有误', 'Sent back by the second person: wrong person', SECOND_PERSON),
  S05: holds('I6', '金额有误', 'Sent back by the second person: wrong amount', SECOND_PERSON),
  H01: holds('any', '待本单位其他科室答复', 'Another unit of ours was asked'),
  H02: holds('any', '已请示上级', 'The higher authority was asked'),
};

export type ReasonCode = keyof typeof REASON_CODES;

/** Letters that never reached a reader; whether posting them again is a new attempt is a dated rule. */
export const POSTAL_FAILURES: readonly ReasonCode[] = ['M01', 'M02', 'M03'];

export function isReasonCode(text: string): text is ReasonCode {
  return Object.hasOwn(REASON_CODES, text);
}
