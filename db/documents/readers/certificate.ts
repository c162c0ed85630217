/**
 * Certificate (参保缴费凭证): what the core system says of the account, for a person whom we know: its rows of contributions, or what somebody reads
 * from its screen. We hold no accounts (domain 13.1), and what contradicts itself is not certified.
 */
import type { CertificateData, CertifiedAccount } from '../../../documents/kinds/certificate.ts';
import { refuseDefects, type Defect } from '../../../domain/errors.ts';
import { asRow, rowDefects, rowsAfter, rowsOverlap } from '../../../domain/forms/info-form-rows.ts';
import { areaCodeOf } from '../../office/office.ts';
import { readStaff } from '../../office/staff.ts';
import { numberOfTransfer } from '../numbers.ts';
import type { DocumentReader } from '../reading.ts';
import { readCaseFacts } from './case-facts.ts';
import { certifiedAccount } from './certified-account.ts';
import { areaNamesOf } from './info-form.ts';

/** @throws Refusal not-found; invalid (everything that cannot be) */
export const readCertificate: DocumentReader<CertificateData> = async (reading) => {
  const { tx, officeId, staffId, input } = reading;
  const facts = await readCaseFacts(reading);
  const areaCode = await areaCodeOf(tx, officeId);
  const account = input.account ? paidHere(input.account, areaCode) : await certifiedAccount(reading, facts.transferId);
  refuseDefects(account ? accountDefects(account, reading.today) : [defect('account', 'missing')]);
  const { displayName: name, telephone } = await readStaff(tx, officeId, staffId);
  return {
    number: await numberOfTransfer(tx, { transferId: facts.transferId, kind: 'certificate', letters: 'PZ' }),
    data: {
      person: { ...facts.person, hukou: facts.person.address },
      account: account!,
      areaCode,
      areaNames: await areaNamesOf(
        tx,
        account!.years.map((row) => row.areaCode),
      ),
      handledBy: { name, telephone },
    },
  };
};

/** What names no place was paid here. */
const paidHere = (account: CertifiedAccount, areaCode: string): CertifiedAccount => ({
  ...account,
  years: account.years.map((row) => ({ ...row, areaCode: row.areaCode || areaCode })),
});

const MESSAGES = {
  missing: 'What the core system says of the account is missing.',
  order: 'The last month lies before the first.',
  monthsDiffer: 'The months differ from those of the rows.',
  fewerThanHere: 'All months cannot be fewer than those here.',
  balanceDiffers: 'The balance differs from that of the last row.',
  future: 'This lies in the future of the office clock.',
} as const;

const defect = (field: string, code: keyof typeof MESSAGES): Defect => ({
  field: `input.${field}`,
  code,
  message: MESSAGES[code],
});

function accountDefects(account: CertifiedAccount, today: string): Defect[] {
  const { years, monthsHere, monthsInAll, insuredFrom, insuredTo, balanceFen } = account;
  const rows = years.map((year, index) => asRow(plain(year), index));
  const found = [...rows.flatMap(rowDefects), ...rowsOverlap(rows).filter(({ severity }) => severity === 'defect')];
  const ahead = rowsAfter(rows, today).map(({ field }) => defect(`account.${field}`, 'future'));
  const months = years.reduce((sum, year) => sum + year.months, 0);
  const last = years.at(-1)?.balanceFen;
  return [
    ...found.map(({ field, code }) => ({
      field: `input.account.${field}`,
      code,
      message: 'This row says what cannot be.',
    })),
    ...ahead,
    ...(insuredTo < insuredFrom ? [defect('account.insuredTo', 'order')] : []),
    ...(insuredTo > today.slice(0, 7).replace('-', '') ? [defect('account.insuredTo', 'future')] : []),
    // The rows are those here, or all with what was moved here.
    ...(months === monthsHere || months === monthsInAll ? [] : [defect('account.monthsHere', 'monthsDiffer')]),
    ...(monthsInAll < monthsHere ? [defect('account.monthsInAll', 'fewerThanHere')] : []),
    ...(last === undefined || last === balanceFen ? [] : [defect('account.balanceFen', 'balanceDiffers')]),
  ];
}

/** Without what is undefined: the rules of a form know only what is there. */
const plain = (year: CertifiedAccount['years'][number]) => ({
  year: year.year,
  areaCode: year.areaCode,
  months: year.months,
  fromMonth: year.fromMonth ?? null,
  toMonth: year.toMonth ?? null,
});
