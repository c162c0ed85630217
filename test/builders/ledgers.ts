/** Rows of the office's ledgers: sound ones, to be spoilt by the test. */
import { sql } from 'kysely';
import type { Db } from '../../db/connection/connection.ts';
import type { OfficeDirectory } from '../../imports/rows/known-offices.ts';
import type { Row } from './files.ts';
import { aPerson, seeded } from './persons.ts';

export const DIRECTORY: OfficeDirectory = new Map([
  ['320100', { name: '南京样例中心', channel: 'ems' }],
  ['330100', { name: '杭州样例中心', channel: 'platform' }],
]);

const letter = (number: number, cells: readonly string[] = []): Row => ({
  [`第${String(number)}次联系函日期`]: cells[0] ?? '',
  [`第${String(number)}次EMS单号`]: cells[1] ?? '',
  [`第${String(number)}次退回原因`]: cells[2] ?? '',
  [`第${String(number)}次退回日期`]: cells[3] ?? '',
});

/** A closed transfer-in after one letter by post; `number` makes the person and the case. */
export function ledgerInRow(number: number, changes: Row = {}): Row {
  const person = aPerson(seeded(number));
  return {
    业务编号: `IN202605${String(number).padStart(5, '0')}`,
    险种类型: '企业职工基本养老保险',
    类别标识: '',
    姓名: person.name,
    公民身份号码: person.idNumber,
    性别: Number(person.idNumber.charAt(16)) % 2 === 1 ? '男' : '女',
    手机号码: person.mobile,
    单位名称: '样例单位',
    单位联系电话: '010-12345678',
    原参保地行政区划: '320100',
    原参保地社保机构名称: '南京样例中心',
    受理日期: '2026-05-11',
    受理人: '经办01',
    管家: '经办02',
    交接日期: '2026-05-11',
    接收人: '经办03',
    ...letter(1, ['2026-05-15', String(1_000_000_000_000 + number)]),
    ...letter(2),
    ...letter(3),
    信息表收到日期: '2026-06-01',
    基金到账日期: '2026-06-03',
    应到金额: '34206.44',
    实到金额: '34206.44',
    办理进度: '已办结',
    存在问题: '',
    不予受理原因: '',
    办理完结日期: '2026-06-12',
    ...changes,
  };
}

export function ledgerOutRow(number: number, changes: Row = {}): Row {
  const { name, idNumber } = aPerson(seeded(number));
  return {
    业务编号: `OUT202606${String(number).padStart(4, '0')}`,
    姓名: name,
    公民身份号码: idNumber,
    转入地行政区划: '330100',
    转入地社保机构名称: '杭州样例中心',
    收到联系函日期: '2026-05-20',
    经办人: '经办05',
    信息表发出日期: '2026-06-01',
    基金划转日期: '2026-06-02',
    更正次数: '0',
    划转金额: '12000.00',
    办理进度: '已办结',
    办理完结日期: '2026-06-02',
    ...changes,
  };
}

/** An open row of which nothing is told yet, as the release before took it in: no step, and nobody who follows it. */
export async function leftToItsFile(db: Db, caseNo: string): Promise<void> {
  const of = sql`(select t.id from transfers t join cases c on c.id = t.case_id where c.case_no = ${caseNo})`;
  await sql`delete from responsibilities where transfer_id = ${of} and kind = 'step'`.execute(db);
  await sql`delete from steps where transfer_id = ${of}`.execute(db);
  await sql`update transfers set followed = false where id = ${of}`.execute(db);
}
