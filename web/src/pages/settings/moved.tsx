import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/types.ts';
import { DataTable } from '../../components/data-table.tsx';
import { Day } from '../../components/time.tsx';
import { useProcedureWords } from '../../procedures/use-procedure-words.ts';

/** What a notice that is in force has moved. */
export function Moved({ change }: { readonly change: Schemas['CalendarChange'] }) {
  const { t } = useTranslation();
  const words = useProcedureWords();
  const { changedDays, stepsLooked, moved, tasksMoved, lettersOutMoved } = change;
  const nothing = moved.length + tasksMoved + lettersOutMoved === 0;
  return (
    <div className="stack tight">
      <h3>{t('settings.moved')}</h3>
      <p>
        {t('settings.movedDays', { count: changedDays.length })}{' '}
        {t('settings.movedCounts', {
          looked: stepsLooked,
          steps: moved.length,
          tasks: tasksMoved,
          letters: lettersOutMoved,
        })}{' '}
        {nothing && t('settings.nothingMoved')}
      </p>
      {moved.length > 0 && (
        <DataTable
          caption={t('settings.moved')}
          rows={moved}
          rowKey={({ transferId, step }) => `${transferId} ${step}`}
          columns={[
            { key: 'caseNo', title: t('common.columns.caseNo'), render: ({ caseNo }) => caseNo },
            { key: 'step', title: t('common.columns.step'), render: ({ step }) => words.step(step) },
            { key: 'from', title: t('settings.before'), render: ({ from }) => <Day on={from} /> },
            {
              key: 'to',
              title: t('settings.after'),
              render: ({ to, provisional }) => (
                <>
                  <Day on={to} /> {provisional && <span className="soft small">({t('common.provisional')})</span>}
                </>
              ),
            },
          ]}
        />
      )}
    </div>
  );
}
