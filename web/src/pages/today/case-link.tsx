import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/types.ts';
import { Count } from '../../components/time.tsx';
import type { CasesAmong } from '../../figures-params.ts';
import { inputOfInstant } from '../../format/day.ts';

export interface CasesOf extends Pick<Schemas['Completion'], 'direction' | 'from' | 'to' | 'asOf' | 'knownAt'> {
  /** Of one group alone. */
  readonly among?: CasesAmong;
}

interface CaseLinkProps {
  readonly of: CasesOf;
  readonly bucket: Schemas['CompletionBucket'];
  readonly count: number;
}

/** A number that opens exactly its cases; none opens a list that says so. */
export function CaseLink({ of: { direction, from, to, asOf, knownAt, among }, bucket, count }: CaseLinkProps) {
  const { t } = useTranslation();
  const known = knownAt === null ? {} : { knownAt: inputOfInstant(knownAt) };
  return (
    <Link
      to="/cases"
      search={{ direction, bucket, from, to, asOf, ...known, ...among }}
      title={t(`buckets.${bucket}`)}
      className="number"
    >
      <Count of={count} />
    </Link>
  );
}
