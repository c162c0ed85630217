import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { useMe, useProcedures } from '../../api/queries.ts';
import type { Procedure, TransferRow } from '../../api/types.ts';
import { deskOf } from '../../procedures/desk.ts';
import { procedureOf, stepOf } from '../../procedures/lookup.ts';

interface NextCaseProps {
  readonly except: string;
  /** What was done last: the same kind of work comes first. */
  readonly step: string | undefined;
}

const LOOKED_AT = 50;

/** The next one of my own list, soonest due first. */
export function NextCase({ except, step }: NextCaseProps) {
  const { t } = useTranslation();
  const { id: ownerId } = useMe();
  const procedures = useProcedures();
  const query = { ownerId, state: 'open', limit: LOOKED_AT } as const;
  const { data } = useQuery(api.queryOptions('get', '/transfers', { params: { query } }, { staleTime: 0 }));
  if (!data) return null;
  const waiting = data.items.filter(({ id, openStep }) => id !== except && openStep !== null);
  const next = waiting.find(({ openStep }) => openStep?.step === step) ?? waiting[0];
  if (!next) {
    return (
      <Link to="/my-work" className="button-link">
        {t('entry.done.none')}
      </Link>
    );
  }
  const text = t('entry.done.nextCase', { caseNo: next.caseNo });
  return hasDesk(procedures, next) ? (
    <Link to="/transfers/$id/entry" params={{ id: next.id }} className="button-link">
      {text}
    </Link>
  ) : (
    <Link to="/transfers/$id" params={{ id: next.id }} className="button-link">
      {text}
    </Link>
  );
}

function hasDesk(procedures: readonly Procedure[], { procedure, openStep }: TransferRow): boolean {
  const desk = deskOf(stepOf(procedureOf(procedures, procedure), openStep?.step));
  return desk === 'comparing' || desk === 'reviewing';
}
