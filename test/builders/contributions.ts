/** Rows of contributions, as somebody says them and as a table has them. */
import type { Contribution } from '../../domain/contributions/contribution.ts';
import type { Row } from './files.ts';

/** A year at 10,000.00 a month: 206.44 of interest in 2023. */
export const aYear = (year: number, more: Partial<Contribution> = {}): Contribution => ({
  areaCode: '110102',
  fromMonth: `${String(year)}01`,
  toMonth: `${String(year)}12`,
  nature: 'regular',
  baseFen: 1_000_000,
  employerFen: 1_920_000,
  personalFen: 960_000,
  creditedFen: 960_000,
  interestFen: null,
  ...more,
});

export const contributionRow = (person: { idNumber: string; name: string }, more: Row = {}): Row => ({
  公民身份号码: person.idNumber,
  姓名: person.name,
  缴费起始年月: '202301',
  缴费终止年月: '202312',
  缴费基数: '10000.00',
  单位缴费: '19200.00',
  个人缴费: '9600.00',
  记入个人账户: '9600.00',
  当年利息: '206.44',
  缴费类型: '正常缴费',
  补缴日期: '',
  补缴文书: '',
  出具机关: '',
  文书日期: '',
  ...more,
});
