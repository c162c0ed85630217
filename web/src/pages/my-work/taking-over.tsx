import { Button } from 'antd';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { mayAct } from '../../../../domain/staff/permissions.ts';
import { useMay, useMe, useProcedures } from '../../api/queries.ts';
import type { TransferRow } from '../../api/types.ts';
import type { Column } from '../../components/data-table.tsx';
import { usePicked } from '../../components/use-picked.tsx';
import { procedureOf, stepOf } from '../../procedures/lookup.ts';

// Windows come when somebody opens one: who only reads the list waits for none.
const GiveDialog = lazy(async () => ({ default: (await import('./give-dialog.tsx')).GiveDialog }));
const TakeOverDialog = lazy(async () => ({ default: (await import('./take-over-dialog.tsx')).TakeOverDialog }));

interface TakingOverProps {
  readonly rows: readonly TransferRow[];
  /** The list, with the boxes before its rows. */
  readonly children: (boxes: Column<TransferRow>) => ReactNode;
}

/** Open steps of colleagues that my roles allow, marked and taken over together once I have seen what moves; the manager gives them to others too. */
export function TakingOver({ rows, children }: TakingOverProps) {
  const { t } = useTranslation();
  const me = useMe();
  const may = useMay();
  const procedures = useProcedures();
  const [asking, setAsking] = useState<'take' | 'give'>();
  const mayGive = me.roles.includes('manager');
  const picked = usePicked<TransferRow>({
    shown: rows,
    idOf: ({ id }) => id,
    title: t('myWork.pick'),
    nameOf: ({ caseNo }) => t('myWork.takeOver.pick', { caseNo }),
    mayPick: ({ openStep, procedure }) => {
      if (!openStep || !may('recordFact')) return false;
      if (mayGive) return true;
      if (openStep.owner.id === me.id) return false;
      const role = stepOf(procedureOf(procedures, procedure), openStep.step)?.role;
      return role !== undefined && mayAct(me.roles, role);
    },
  });
  const foreign = picked.rows.filter(({ openStep }) => openStep?.owner.id !== me.id);
  return (
    <>
      {picked.rows.length > 0 && (
        <div className="row bulk no-print">
          {foreign.length > 0 && (
            <Button onClick={() => setAsking('take')}>{t('myWork.takeOver.button', { count: foreign.length })}</Button>
          )}
          {mayGive && (
            <Button onClick={() => setAsking('give')}>
              {t('colleagues.give.button', { count: picked.rows.length })}
            </Button>
          )}
        </div>
      )}
      {rows.length > 0 && children(picked.column)}
      <Suspense fallback={null}>
        {asking === 'take' && (
          <TakeOverDialog rows={foreign} onClose={() => setAsking(undefined)} onDone={picked.clear} />
        )}
        {asking === 'give' && (
          <GiveDialog rows={picked.rows} onClose={() => setAsking(undefined)} onDone={picked.clear} />
        )}
      </Suspense>
    </>
  );
}
