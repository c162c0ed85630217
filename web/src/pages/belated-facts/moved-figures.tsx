import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/types.ts';
import { DataTable } from '../../components/data-table.tsx';
import { Empty } from '../../components/panel.tsx';
import { Day } from '../../components/time.tsx';
import { dayOf } from '../../format/day.ts';
import { knownText } from '../../i18n/known-text.ts';
import { figureWord } from './figure-word.ts';

interface MovedFiguresProps {
  readonly figures: Schemas['BelatedFacts']['figures'];
  readonly notices: Schemas['BelatedFacts']['calendarChanges'];
}

const shown = (value: string | number | null): string => (value === null ? '–' : String(value));

/** The figures as they were known then and as they are known now. */
export function MovedFigures({ figures: all, notices }: MovedFiguresProps) {
  const { t } = useTranslation();
  const figures = all.flatMap((one) => {
    const word = figureWord(one.figure, knownText);
    return word === undefined ? [] : [{ ...one, word }];
  });
  return (
    <>
      {figures.length === 0 ? (
        <Empty>{t('belatedFacts.none')}</Empty>
      ) : (
        <DataTable
          caption={t('belatedFacts.figures')}
          rows={figures}
          rowKey={({ figure }) => figure}
          columns={[
            { key: 'figure', title: t('belatedFacts.figure'), render: ({ word }) => word },
            { key: 'was', title: t('belatedFacts.was'), right: true, render: ({ was }) => shown(was) },
            { key: 'becomes', title: t('belatedFacts.becomes'), right: true, render: ({ becomes }) => shown(becomes) },
          ]}
        />
      )}
      {notices.map(({ year, notice, changedAt }) => (
        <p key={changedAt} className="soft">
          {t('belatedFacts.notice', { year, notice })} <Day on={dayOf(changedAt)} />
        </p>
      ))}
    </>
  );
}
