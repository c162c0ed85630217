import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/types.ts';
import { Count } from '../../components/time.tsx';

interface CaseLinkProps {
  readonly of: Pick<Schemas['Completion'], 'direction' | 'from' | 'to' | 'asOf'>;
  readonly bucket: Schemas['CompletionBucket'];
  readonly count: number;
}

/** A number that opens exactly its cases. */
export function CaseLink({ of: { direction, from, to, asOf }, bucket, count }: CaseLinkProps) {
  const { t } = useTranslation();
  return (
    <Link to="/cases" search={{ direction, bucket, from, to, asOf }} title={t(`buckets.${bucket}`)} className="number">
      <Count of={count} />
    </Link>
  );
}
