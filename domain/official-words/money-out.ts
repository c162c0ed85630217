/** States and places of money out (财社〔2017〕144号), as on the screen in Chinese and on paper. */
import type { MoneyPlace, RemittanceState } from '../money/remittance.ts';

export const REMITTANCE_STATE_WORDS: Readonly<Record<RemittanceState, string>> = {
  planned: '已计划',
  appliedFor: '已申请用款',
  funded: '资金已到位',
  released: '已放行',
  sent: '已汇出',
  confirmed: '已确认付出',
  bounced: '退汇',
  withdrawn: '已撤销',
};

export const MONEY_PLACE_WORDS: Readonly<Record<MoneyPlace, string>> = {
  incomeAccount: '收入户',
  fiscalAccount: '财政专户',
  expenditureAccount: '支出户',
  inTransit: '在途',
  counterpart: '对方',
};
