/** Files of any length as an old ledger and a bank write them: persons nobody is, in UTF-8. */
import { stringify } from 'csv-stringify/sync';
import { checkDigitOf } from '../../domain/persons/resident-id.ts';
import { formatYuan } from '../../domain/money/money.ts';
import { addDays } from '../../domain/time/shanghai-day.ts';

const FAMILY = '甲乙丙丁戊己庚辛壬癸';
const GIVEN = '子丑寅卯辰巳午未申酉戌亥';

const nameOf = (no: number): string =>
  FAMILY.charAt(no % 10) + GIVEN.charAt(Math.floor(no / 10) % 12) + GIVEN.charAt(Math.floor(no / 120) % 12);

/** No number twice below ten million: the day of birth turns first, then the last three digits. */
function idOf(no: number): string {
  const born = addDays('1966-01-01', no % 12_000).replaceAll('-', '');
  const first17 = `110102${born}${String(1 + Math.floor(no / 12_000)).padStart(3, '0')}`;
  return first17 + checkDigitOf(first17);
}

const caseNoOf = (no: number): string =>
  `IN2026${String(1 + Math.floor(no / 99_999)).padStart(2, '0')}${String(1 + (no % 99_999)).padStart(5, '0')}`;
const totalOf = (no: number): number => 1_000_000 + no * 7;

export const COUNTERPARTS = csv([
  {
    行政区划: '320100',
    机构名称: '南京样例中心',
    邮寄方式: 'EMS',
    地址: '样例路1号',
    邮编: '210000',
    电话: '025-12345678',
  },
]);

/** Nine of ten are closed after one letter, one of ten after two; one of fifty still waits. */
export function ledgerFile(from: number, rows: number): Buffer {
  return csv(Array.from({ length: rows }, (_, index) => ledgerRow(from + index)));
}

function ledgerRow(no: number): Readonly<Record<string, string>> {
  const returned = no % 10 === 0;
  const open = no % 50 === 1;
  const amount = formatYuan(totalOf(no));
  const letter = (number: number, cells: readonly string[] = []) => ({
    [`第${number}次联系函日期`]: cells[0] ?? '',
    [`第${number}次EMS单号`]: cells[1] ?? '',
    [`第${number}次退回原因`]: cells[2] ?? '',
    [`第${number}次退回日期`]: cells[3] ?? '',
  });
  const waybill = (number: number) => String(1_000_000_000_000 + no * 4 + number);
  return {
    业务编号: caseNoOf(no),
    险种类型: '企业职工基本养老保险',
    类别标识: '',
    姓名: nameOf(no),
    公民身份号码: idOf(no),
    性别: Number(idOf(no).charAt(16)) % 2 === 1 ? '男' : '女',
    手机号码: `139${String(no).padStart(8, '0')}`,
    单位名称: '样例单位',
    单位联系电话: '010-12345678',
    原参保地行政区划: '320100',
    原参保地社保机构名称: '南京样例中心',
    受理日期: addDays('2024-03-01', no % 500),
    受理人: '经办01',
    管家: '经办02',
    交接日期: '',
    接收人: '经办03',
    ...letter(1, [
      addDays('2024-03-05', no % 500),
      waybill(1),
      ...(returned ? ['M01', addDays('2024-03-14', no % 500)] : []),
    ]),
    ...letter(2, returned ? [addDays('2024-03-18', no % 500), waybill(2)] : []),
    ...letter(3),
    信息表收到日期: open ? '' : addDays('2024-04-10', no % 500),
    基金到账日期: open ? '' : addDays('2024-04-12', no % 500),
    应到金额: open ? '' : amount,
    实到金额: open ? '' : amount,
    办理进度: open ? '等待信息表和资金' : '已办结',
    存在问题: '',
    不予受理原因: '',
    办理完结日期: open ? '' : addDays('2024-04-25', no % 500),
  };
}

/** Transfers whose form is in and whose money is not. */
export function openTransfersFile(rows: number): Buffer {
  return csv(
    Array.from({ length: rows }, (_, no) => ({
      业务编号: caseNoOf(no),
      姓名: nameOf(no),
      公民身份号码: idOf(no),
      原参保地行政区划: '320100',
      信息表转移基金总额: formatYuan(totalOf(no)),
    })),
  );
}

/** Of four lines two pay what an open transfer awaits, one names nobody, one is money that went out. */
export function bankFile(lines: number): Buffer {
  return csv(
    Array.from({ length: lines }, (_, line) => {
      const no = Math.floor(line / 2);
      const [paid, out] = [line % 2 === 0, line % 4 === 3];
      return {
        流水号: `B${String(line).padStart(9, '0')}`,
        记账日期: '2026-05-20',
        借贷标志: out ? '借' : '贷',
        金额: formatYuan(paid ? totalOf(no) : 77_700 + line),
        对方户名: '南京样例中心',
        对方账号: '0200000000000000000',
        附言: paid ? `养老保险关系转移 ${nameOf(no)} ${caseNoOf(no)}` : '',
      };
    }),
  );
}

function csv(rows: readonly Readonly<Record<string, string>>[]): Buffer {
  return Buffer.from(stringify([...rows], { header: true, record_delimiter: 'windows' }));
}
