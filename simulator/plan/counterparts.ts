/** The other offices that the simulator plays: those of the directory. */
import { stringify } from 'csv-stringify/sync';
import { PRACTICE_COUNTERPARTS } from '../../domain/staff/practice.ts';
import { draws } from '../outside/draws.ts';

export interface Counterpart {
  readonly areaCode: string;
  readonly name: string;
  readonly channel: 'ems' | 'platform';
}

/** The directory as a file of import kind `counterparts`. */
export function directoryFile(): string {
  const rows = PRACTICE_COUNTERPARTS.map(({ areaCode, name, channel, address, postcode, telephone }) => [
    areaCode,
    name,
    channel === 'ems' ? 'EMS' : '全国平台',
    address,
    postcode,
    telephone,
  ]);
  return stringify([['行政区划', '机构名称', '邮寄方式', '地址', '邮编', '电话'], ...rows], {
    record_delimiter: '\r\n',
  });
}

/** How strict each office is beside the average, 1; a character of the office, the same for every seed. */
export function strictnessOf(offices: readonly Counterpart[]): ReadonlyMap<string, number> {
  const raw = offices.map(({ areaCode }) => draws('office', areaCode).between('strictness', 0.6, 1.4));
  const mean = raw.reduce((sum, one) => sum + one, 0) / Math.max(1, raw.length);
  return new Map(offices.map(({ areaCode }, index) => [areaCode, (raw[index] ?? 1) / mean]));
}

/** Some offices pay once a week, for several people in one sum. */
export function paysOnThursdays({ areaCode }: Counterpart): boolean {
  return draws('office', areaCode).chance('pays on Thursdays', 0.2);
}
