/** A batch as the file that somebody carries to the core system. */
import type { CoreBatch } from '../../domain/core/core-system.ts';
import { LINES, type Line } from '../../domain/forms/info-form-lines.ts';
import { formatYuan } from '../../domain/money/money.ts';
import { asCsv } from './csv.ts';

const AMOUNTS: Readonly<Record<Line, string>> = {
  personalBefore1998Fen: '1998年前个人缴费累计储存额',
  accountUntilLastYearFen: '上年末个人账户累计储存额',
  accountThisYearFen: '当年记账本金',
  accountTotalFen: '个人账户转移额',
  pooledFundFen: '统筹基金转移额',
  totalFen: '转移基金总额',
};

const COLUMNS = ['批次号', '信息表标识', '业务编号', '公民身份号码', '姓名', '缴费月数', ...Object.values(AMOUNTS)];

export const coreBatchCsv = ({ number, forms }: CoreBatch): string =>
  asCsv(
    forms.map(({ infoFormId, caseNo, person, months, amounts }) => ({
      批次号: number,
      信息表标识: infoFormId,
      业务编号: caseNo,
      公民身份号码: person.idNumber,
      姓名: person.name,
      缴费月数: months,
      ...Object.fromEntries(LINES.map((line) => [AMOUNTS[line], formatYuan(amounts[line])])),
    })),
    COLUMNS,
  );
