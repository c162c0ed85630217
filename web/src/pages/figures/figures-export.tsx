import { useTranslation } from 'react-i18next';
import { asOfQuery, until } from '../../api/as-of.ts';
import { ExportButton } from '../../components/export-button.tsx';
import type { FiguresSearch } from '../../figures-params.ts';
import { addMonths, firstDay, lastDay } from '../../format/month.ts';
import type { ViewProps } from './view-props.ts';

interface FiguresExportProps extends ViewProps {
  readonly search: FiguresSearch;
}

/** What the view shows, as a file. */
export function FiguresExport({ month, asOf, officeDate, search }: FiguresExportProps) {
  const { t } = useTranslation();
  const { view = 'rates', by = 'counterpart', alone = false, direction = 'in', since } = search;
  const from = firstDay(month);
  const to = until(lastDay(month), asOf, officeDate);
  const both = (['in', 'out'] as const).map((one) => ({ direction: one, of: t(`directions.${one}`) }));
  const year = firstDay(addMonths(month, -11));
  const rates = { to: lastDay(month), ...asOfQuery(asOf) };
  return (
    <div className="row no-print">
      {view === 'rates' &&
        both.map(({ of, ...one }) => (
          <ExportButton key={of} of={of} what="readCompletion" query={{ ...one, from, ...rates }} />
        ))}
      {view === 'trend' && (
        <ExportButton what="readCompletion" query={{ direction, from: year, ...rates, by: 'month' }} />
      )}
      {view === 'groups' && (
        <ExportButton what="readCompletion" query={{ direction, from: alone ? from : year, ...rates, by }} />
      )}
      {view === 'times' && <ExportButton what="readStepTimes" query={{ from, to }} />}
      {view === 'volume' && (
        <>
          <ExportButton
            of={t('figures.main.title')}
            what="readMainFigures"
            query={{ from, to, ...(since !== undefined && { since: `${String(since)}-01-01` }) }}
          />
          <ExportButton of={t('today.volume.title')} what="readVolume" query={{ from, to }} />
        </>
      )}
      {view === 'sheet' &&
        both.map(({ of, ...one }) => (
          <ExportButton key={of} of={of} what="readMonthSheet" query={{ ...one, from, to }} />
        ))}
    </div>
  );
}
