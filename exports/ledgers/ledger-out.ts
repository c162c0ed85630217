/** The ledger of transfers-out: 13 columns, and one that only its export has. */
import type { LedgerOutFacts } from '../../db/exported/ledger-out.ts';
import { LEDGER_OUT_COLUMNS } from '../../domain/ledgers/columns.ts';
import type { Row } from '../files/table-file.ts';
import { ledgerColumns } from './columns.ts';
import { cellOf, type Known } from './kept-cells.ts';
import { correctedPerson } from './ledger-in.ts';
import { endedWord } from './progress.ts';

export const LEDGER_OUT = ledgerColumns(LEDGER_OUT_COLUMNS);

export function ledgerOutRow(facts: LedgerOutFacts): Row {
  const known = knownOf(facts);
  const corrected = facts.cells === undefined ? {} : correctedPerson(facts, facts.cells);
  return LEDGER_OUT.map((column) => cellOf(column, facts, known, corrected));
}

function knownOf({ counterpart, doneOn, ...facts }: LedgerOutFacts): Known {
  return {
    业务编号: facts.caseNo,
    姓名: facts.name,
    公民身份号码: facts.idNumber,
    转入地行政区划: counterpart.areaCode,
    转入地社保机构名称: counterpart.name,
    收到联系函日期: facts.letterReceivedOn,
    经办人: facts.clerk,
    信息表发出日期: facts.formIssuedOn,
    基金划转日期: facts.remittedOn,
    更正次数: facts.reissues,
    划转金额: facts.amountFen,
    办理进度: doneOn === null ? '办理中' : endedWord('completed'),
    办理完结日期: doneOn,
  };
}
