import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client.ts';
import { useMay, useMe } from '../api/queries.ts';

interface NextCaseProps {
  /** The one that is open now. */
  readonly besides?: string;
}

/** Of my open steps the one that is due soonest: on from here without the list. */
export function NextCase({ besides }: NextCaseProps) {
  const may = useMay();
  return may('readTransfers') ? <Next {...(besides !== undefined && { besides })} /> : null;
}

function Next({ besides }: NextCaseProps) {
  const { t } = useTranslation();
  const { id: ownerId } = useMe();
  const { data } = api.useQuery('get', '/transfers', {
    params: { query: { ownerId, state: 'open', held: false, limit: 2 } },
  });
  const next = data?.items.find(({ id }) => id !== besides);
  if (!next) return null;
  return (
    <Link to="/transfers/$id" params={{ id: next.id }} className="next-case no-print">
      {t('myWork.next', { caseNo: next.caseNo })}
    </Link>
  );
}
