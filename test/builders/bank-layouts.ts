/** The layouts that an office begins with, as the migration has them (`test/db/office/bank-layouts.test.ts` compares the two). */
import type { BankLayout, DateFormat } from '../../domain/money/bank-layout.ts';

const dateFormats: readonly DateFormat[] = ['YYYY-MM-DD', 'YYYY/M/D', 'YYYYMMDD', 'YYYY年M月D日', 'YYYY.M.D'];
const BALANCE = ['余额', '账户余额', '交易后余额', '本次余额'];
const common = { dateFormats, encoding: 'auto', delimiter: 'comma' } as const;

export const SHIPPED_LAYOUTS: readonly BankLayout[] = [
  {
    ...common,
    name: '流水号与借贷标志',
    columns: {
      reference: ['流水号'],
      bookedOn: ['记账日期'],
      sign: ['借贷标志'],
      amount: ['金额'],
      payerName: ['对方户名'],
      payerAccount: ['对方账号'],
      memo: ['附言'],
      account: ['本方账号'],
      currency: ['币种'],
      balance: BALANCE,
    },
    creditWords: ['贷', '贷方', 'C', 'CRDT'],
    debitWords: ['借', '借方', 'D', 'DBIT'],
  },
  {
    ...common,
    name: '借方贷方两列',
    columns: {
      reference: ['交易流水号', '流水号', '凭证号', '交易序号'],
      bookedOn: ['交易日期', '记账日期', '入账日期', '交易时间'],
      debit: ['借方发生额', '借方金额', '支出金额', '支出'],
      credit: ['贷方发生额', '贷方金额', '收入金额', '收入'],
      payerName: ['对方户名', '对方账户名称', '对方单位名称', '对方名称'],
      payerAccount: ['对方账号', '对方账户'],
      memo: ['摘要', '用途', '附言', '备注'],
      account: ['账号', '本方账号'],
      currency: ['币种'],
      balance: BALANCE,
    },
    creditWords: [],
    debitWords: [],
  },
  {
    ...common,
    name: '借贷列与交易金额',
    columns: {
      reference: ['交易流水号', '核心流水号', '交易参考号'],
      bookedOn: ['记账日', '交易日', '交易日期', '记账日期'],
      sign: ['借/贷', '借贷', '借贷方向', '收付标志', 'D/C'],
      amount: ['交易金额', '发生额'],
      payerName: ['对手名称', '对手户名', '对方户名', '对方名称'],
      payerAccount: ['对手账号', '对方账号'],
      memo: ['附言', '摘要', '用途', '备注'],
      account: ['账号', '本方账号'],
      currency: ['币种', '货币'],
      balance: BALANCE,
    },
    creditWords: ['贷', '贷方', 'C', 'CR', 'CRDT', '收', '收入', '转入'],
    debitWords: ['借', '借方', 'D', 'DR', 'DBIT', '付', '支出', '转出'],
  },
];
