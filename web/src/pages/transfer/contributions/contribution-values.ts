/** From the fields of a span of months to what the contract takes, and to the fields of the next year. Pure. */
import type { Schemas } from '../../../api/types.ts';
import { fenOf } from '../../../format/fen.ts';

/** Fields are called as in the contract, so that a refusal finds them; amounts as they are typed, in yuan. */
export interface SpanValues {
  readonly areaCode?: string;
  readonly fromMonth?: string;
  readonly toMonth?: string;
  readonly nature: Schemas['ContributionNature'];
  readonly baseFen?: string;
  readonly employerFen?: string;
  readonly personalFen?: string;
  readonly creditedFen?: string;
  readonly interestFen?: string;
  readonly paidOn?: string;
  readonly paper?: {
    readonly kind?: Schemas['LumpSumPaper']['kind'];
    readonly issuer?: NonNullable<Schemas['LumpSumPaper']['issuer']>;
    readonly datedOn?: string;
  };
}

export const isLumpSum = (nature: unknown): boolean => nature === 'lumpSum';

/** An empty amount is none; what is no amount is sent as something that the office refuses at its field. */
const amountOf = (text: string | undefined): number | null => {
  if ((text ?? '').trim() === '') return null;
  return fenOf(text) ?? -1;
};

export function toContribution(span: SpanValues): Schemas['Contribution'] {
  const { areaCode = '', fromMonth = '', toMonth = '', nature, paidOn, paper = {} } = span;
  const { kind, issuer, datedOn } = paper;
  return {
    areaCode: areaCode.trim(),
    fromMonth: fromMonth.trim(),
    toMonth: toMonth.trim(),
    nature,
    baseFen: amountOf(span.baseFen),
    employerFen: amountOf(span.employerFen) ?? 0,
    personalFen: amountOf(span.personalFen) ?? 0,
    creditedFen: amountOf(span.creditedFen) ?? 0,
    interestFen: amountOf(span.interestFen),
    ...(isLumpSum(nature) && paidOn !== undefined && { paidOn }),
    ...(isLumpSum(nature) &&
      kind !== undefined && {
        paper: { kind, ...(issuer !== undefined && { issuer }), ...(datedOn !== undefined && { datedOn }) },
      }),
  };
}

/** Whoever types a life of contributions types one year after the other, of one place. */
export function nextSpan(before: SpanValues | undefined): SpanValues {
  if (!before) return { nature: 'regular' };
  const { areaCode, toMonth = '' } = before;
  const year = /^\d{6}$/.test(toMonth) ? Number(toMonth.slice(0, 4)) + 1 : undefined;
  return {
    nature: 'regular',
    ...(areaCode !== undefined && { areaCode }),
    ...(year !== undefined && { fromMonth: `${String(year)}01`, toMonth: `${String(year)}12` }),
  };
}
