/** What tables call natures, papers and issuers, in the words of the trade. */
import { foldText } from '../folded-text.ts';
import type { ContributionNature, PaperIssuer, PaperKind } from './contribution.ts';

const NATURES: Readonly<Record<ContributionNature, readonly string[]>> = {
  regular: ['正常缴费', '正常', '在职缴费'],
  lumpSum: ['一次性补缴', '补缴', '一次性缴费'],
  fixedAmount: ['定额缴费', '定额'],
  interestOnly: ['仅计息', '利息', '中断缴费'],
};
const PAPERS: Readonly<Record<PaperKind, readonly string[]>> = {
  legalDocument: ['法律文书', '裁决书', '判决书', '调解书'],
  commitment: ['承诺书'],
  deferral: ['缓缴协议', '补缴协议'],
  collectorOrder: ['责令补缴', '社会保险稽核意见书'],
  veterans: ['退役军人', '退役士兵'],
};
const ISSUERS: Readonly<Record<PaperIssuer, readonly string[]>> = {
  court: ['人民法院', '法院'],
  audit: ['审计机关', '审计部门', '审计'],
  labourInspection: ['劳动保障监察', '劳动监察'],
  arbitration: ['劳动人事争议仲裁委员会', '劳动争议仲裁委员会', '仲裁委员会', '仲裁'],
};

/** Undefined: nobody knows this word. Our own names are understood too. */
function wordIn<Name extends string>(
  words: Readonly<Record<Name, readonly string[]>>,
  written: string,
): Name | undefined {
  const word = foldText(written);
  return (Object.keys(words) as Name[]).find(
    (name) => name === written || words[name].some((one) => foldText(one) === word),
  );
}

export const natureOf = (written: string): ContributionNature | undefined => wordIn(NATURES, written);
export const paperKindOf = (written: string): PaperKind | undefined => wordIn(PAPERS, written);
export const paperIssuerOf = (written: string): PaperIssuer | undefined => wordIn(ISSUERS, written);

/** YYYYMM of `2023-01`, `2023/1`, `2023年1月`, `202301`; undefined for what is none. */
export function monthOf(written: string): string | undefined {
  const match = /^(\d{4})(?:(\d{2})|[-/.年](\d{1,2})月?(?:[-/.]?\d{1,2}日?)?)$/.exec(written.normalize('NFKC').trim());
  const month = Number(match?.[2] ?? match?.[3] ?? 0);
  return match && month >= 1 && month <= 12 ? `${match[1]!}${String(month).padStart(2, '0')}` : undefined;
}
