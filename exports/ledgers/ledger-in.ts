/** The ledger of transfers-in: 36 columns, and four that only its export has. */
import type { LedgerInFacts } from '../../db/exported/ledger-in.ts';
import { LEDGER_IN_COLUMNS, letterColumns } from '../../domain/ledgers/columns.ts';
import { normalisePersonName } from '../../domain/persons/person-name.ts';
import { checkResidentId } from '../../domain/persons/resident-id.ts';
import type { Cell, Row } from '../files/table-file.ts';
import { schemeWord } from '../words.ts';
import { ledgerColumns } from './columns.ts';
import { cellOf, type Known } from './kept-cells.ts';
import { endedWord, openWord } from './progress.ts';

export const LEDGER_IN = ledgerColumns(LEDGER_IN_COLUMNS);

export function ledgerInRow(facts: LedgerInFacts): Row {
  const known = knownOf(facts);
  const corrected = correctedOf(facts);
  return LEDGER_IN.map((column) => cellOf(column, facts, known, corrected));
}

function knownOf(facts: LedgerInFacts): Known {
  const { person, counterpart, closing } = facts;
  return {
    业务编号: facts.caseNo,
    险种类型: facts.scheme === 'enterprise' ? '企业职工基本养老保险' : schemeWord(facts.scheme),
    类别标识: facts.categories,
    姓名: person.name,
    公民身份号码: person.idNumber,
    性别: person.sex === null ? '' : person.sex === 'male' ? '男' : '女',
    手机号码: person.mobile,
    单位名称: person.employer,
    单位联系电话: person.employerPhone,
    原参保地行政区划: counterpart.areaCode,
    原参保地社保机构名称: counterpart.name,
    受理日期: facts.acceptedOn,
    受理人: facts.acceptedBy,
    管家: facts.steward,
    接收人: facts.letterSender,
    ...lettersOf(facts),
    信息表收到日期: facts.infoFormReceivedOn,
    基金到账日期: facts.fundReceivedOn,
    应到金额: facts.expectedFen,
    实到金额: facts.receivedFen,
    办理进度: closing === null ? openWord(arrived(facts)) : endedWord(closing),
    存在问题: closing === 'refused' ? '' : (facts.closingReason ?? facts.heldFor),
    不予受理原因: closing === 'refused' ? facts.closingReason : '',
    办理完结日期: facts.closedOn,
    联系函发送人: facts.sentBy,
    信息表录入人: facts.enteredBy,
    复核人: facts.reviewedBy,
    通知发送日期: facts.noticeSentOn,
  };
}

function lettersOf({ letters }: LedgerInFacts): Known {
  const cells: Record<string, Cell> = {};
  for (const [index, letter] of letters.entries()) {
    const titles = letterColumns(index + 1);
    cells[titles.sentOn] = letter?.sentOn ?? null;
    cells[titles.waybill] = letter?.waybill ?? null;
    cells[titles.reason] = letter?.returnReason ?? null;
    cells[titles.returnedOn] = letter?.returnedOn ?? null;
  }
  return cells;
}

const arrived = ({ letters, infoFormReceivedOn, fundReceivedOn }: LedgerInFacts) => ({
  letter: letters[0] !== undefined,
  form: infoFormReceivedOn !== null,
  money: fundReceivedOn !== null,
});

/** Put right by hand since the row came, be it for another case of the same person. */
function correctedOf({ person, cells }: LedgerInFacts): Known {
  return cells === undefined ? {} : correctedPerson(person, cells);
}

export function correctedPerson(
  { name, idNumber }: { readonly name: string; readonly idNumber: string },
  cells: Readonly<Record<string, string>>,
): Known {
  const written = checkResidentId(cells['公民身份号码'] ?? '');
  const sameNumber = written.ok && written.id === idNumber;
  const sameName = normalisePersonName(cells['姓名'] ?? '') === normalisePersonName(name);
  return { ...(!sameName && { 姓名: name }), ...(!sameNumber && idNumber !== '' && { 公民身份号码: idNumber }) };
}
