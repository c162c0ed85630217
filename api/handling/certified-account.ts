/** What somebody reads from the core system’s screen, as a certificate has it. */
import type { CertifiedAccount } from '../../documents/kinds/certificate.ts';
import type { components } from '../contract.generated.ts';

type Asked = components['schemas']['CertifiedAccount'];
type AskedYear = Asked['years'][number];

/** What was not said is not known. */
export const certifiedAccountOf = ({ years, ...said }: Asked): CertifiedAccount => ({
  employer: '',
  workSince: null,
  pooledSince: null,
  firstPaid: null,
  accountSince: null,
  pooledFromElsewhereFen: 0,
  ...said,
  years: years.map(yearOf),
});

/** Its months say the year of a row; why it has no base stands beside it on the paper. */
const yearOf = ({ year, baseReason, note, areaCode = '', ...row }: AskedYear): CertifiedAccount['years'][number] => ({
  ...row,
  areaCode,
  year: year ?? Number(row.fromMonth?.slice(0, 4) ?? 0),
  note: [baseReason, note].filter(Boolean).join('；'),
});
