/** The other offices that the simulator plays when the directory of the office is still empty. */
import { stringify } from 'csv-stringify/sync';
import { draws } from './draws.ts';

export interface Counterpart {
  readonly areaCode: string;
  readonly name: string;
  readonly channel: 'ems' | 'platform';
}

const OFFICES: readonly (readonly [areaCode: string, name: string, channel: 'EMS' | '全国平台'])[] = [
  ['120100', '天津市社会保险基金管理中心', 'EMS'],
  ['130100', '石家庄市社会保险事业管理中心', '全国平台'],
  ['210100', '沈阳市社会保险事业服务中心', 'EMS'],
  ['310000', '上海市社会保险事业管理中心', 'EMS'],
  ['320100', '南京市社会保险管理中心', 'EMS'],
  ['330100', '杭州市社会保险管理服务中心', '全国平台'],
  ['370100', '济南市社会保险事业中心', 'EMS'],
  ['410100', '郑州市社会保险中心', 'EMS'],
  ['420100', '武汉市社会保险公共服务中心', 'EMS'],
  ['440300', '深圳市社会保险基金管理局', '全国平台'],
  ['510100', '成都市社会保险事业管理局', 'EMS'],
  ['610100', '西安市养老保险经办中心', '全国平台'],
];

/** The directory as a file of import kind `counterparts`. */
export function directoryFile(): string {
  const rows = OFFICES.map(([areaCode, name, channel], index) => {
    const street = `${name.slice(0, 3)}样例路${index + 1}号`;
    return [
      areaCode,
      name,
      channel,
      street,
      areaCode.slice(0, 3) + '000',
      `0${areaCode.slice(0, 3)}-880${1000 + index}`,
    ];
  });
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
