import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client.ts';
import { useMay, useMe } from '../api/queries.ts';
import { useHasDesk } from '../procedures/use-has-desk.ts';

interface NextCaseProps {
  /** The one that is open now. */
  readonly besides?: string;
  /** The step that was done last: the same kind of work comes first. */
  readonly step?: string | undefined;
  /** Where nothing is left, the way to the list. */
  readonly orList?: boolean;
}

const LOOKED_AT = 50;

/** Of my open steps the one that is due soonest: on from here without the list. */
export function NextCase(props: NextCaseProps) {
  const may = useMay();
  return may('readTransfers') ? <Next {...props} /> : null;
}

function Next({ besides, step, orList = false }: NextCaseProps) {
  const { t } = useTranslation();
  const { id: ownerId } = useMe();
  const hasDesk = useHasDesk();
  const query = { ownerId, state: 'open', held: false, limit: step === undefined ? 2 : LOOKED_AT } as const;
  const { data } = api.useQuery('get', '/transfers', { params: { query } }, { staleTime: 0 });
  if (!data) return null;
  const waiting = data.items.filter(({ id }) => id !== besides);
  const next = waiting.find(({ openStep }) => openStep?.step === step) ?? waiting[0];
  if (!next)
    return orList ? (
      <Link to="/my-work" className="button-link">
        {t('entry.done.none')}
      </Link>
    ) : null;
  return (
    <Link
      to={hasDesk(next.procedure, next.openStep?.step) ? '/transfers/$id/entry' : '/transfers/$id'}
      params={{ id: next.id }}
      className="button-link no-print"
    >
      {t('myWork.next', { caseNo: next.caseNo })}
    </Link>
  );
}
