import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../api/queries.ts';
import type { Schemas } from '../../api/types.ts';

interface BelatedFactsLinkProps {
  readonly of: Pick<Schemas['Completion'], 'direction' | 'from' | 'to'>;
}

/** To what was learnt after the end of the period and moved its figures; for who may read the cases. */
export function BelatedFactsLink({ of: { direction, from, to } }: BelatedFactsLinkProps) {
  const { t } = useTranslation();
  if (!useMay()('readTransfers')) return null;
  return (
    <Link to="/belated-facts" search={{ direction, from, to, asOf: to }} className="small no-print">
      {t('belatedFacts.link')}
    </Link>
  );
}
