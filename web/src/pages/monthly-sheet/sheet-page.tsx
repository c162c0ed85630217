import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, bodyOf, client } from '../../api/client.ts';
import { useMay, useMe } from '../../api/queries.ts';
import type { Schemas } from '../../api/types.ts';
import { BackToFigures } from '../../components/back-to-figures.tsx';
import { ExportButton } from '../../components/export-button.tsx';
import { Notice } from '../../components/notice.tsx';
import { Panel } from '../../components/panel.tsx';
import { formatDay, formatInstant, formatMonth } from '../../format/day.ts';
import { KeptPage } from '../archive/kept-page.tsx';
import { PrintPaper } from '../archive/print-paper.tsx';
import { SheetTable } from '../figures/sheet-table.tsx';

const route = getRouteApi('/shell/monthly-sheets/$id');

/** A sheet as it was told, beside the version before it. */
export function SheetPage() {
  const { t } = useTranslation();
  const { id } = route.useParams();
  const query = api.useQuery('get', '/monthly-sheets/{id}', { params: { path: { id } } });
  return (
    <KeptPage
      title={t('archive.sheets.one')}
      back={<BackToFigures view="sheet" day={query.data?.asOf} />}
      query={query}
    >
      {(sheet) => <Kept sheet={sheet} />}
    </KeptPage>
  );
}

function Kept({ sheet }: { readonly sheet: Schemas['KeptSheet'] }) {
  const { t, i18n } = useTranslation();
  const may = useMay();
  const { office } = useMe();
  const { id, month, version, before, replaced } = sheet;
  return (
    <div className="stack">
      {replaced && <Notice kind="warning" role="status" title={t('archive.sheets.isReplaced')} />}
      <Panel
        title={`${office.name} · ${formatMonth(month, i18n.language)} · ${t('archive.sheets.nth', { version })}`}
        aside={
          <>
            {may('makeMonthlySheet') && <PrintPaper print={() => printSheet(id)} />}
            <ExportButton what="readMonthlySheet" query={{ id }} />
          </>
        }
      >
        <Told sheet={sheet} />
        <SheetTable
          sheets={sheet}
          before={before ?? undefined}
          opens={(asked, shown) =>
            may('readTransfers') ? (
              <Link to="/monthly-sheets/$id/items" params={{ id }} search={asked}>
                {shown}
              </Link>
            ) : (
              shown
            )
          }
        />
      </Panel>
    </div>
  );
}

const printSheet = async (id: string): Promise<Schemas['Document']> =>
  bodyOf(await client.POST('/monthly-sheets/{id}/documents', { params: { path: { id } } }));

function Told({ sheet: { asOf, knownAt, by, reason, keepUntil, before } }: { readonly sheet: Schemas['KeptSheet'] }) {
  const { t, i18n } = useTranslation();
  const day = (on: string): string => formatDay(on, i18n.language);
  return (
    <>
      <p className="soft small">
        {t('figures.asOfDay', { day: day(asOf) })} ·{' '}
        {t('figures.madeAt', { at: formatInstant(knownAt, i18n.language) })} · {by.displayName} ·{' '}
        {t('archive.keepUntil', { day: day(keepUntil) })}
      </p>
      {reason !== null && (
        <p>
          {t('archive.sheets.reason')}: {reason}
        </p>
      )}
      {before && (
        <p className="soft small">
          <Link to="/monthly-sheets/$id" params={{ id: before.id }}>
            {t('archive.sheets.compared', { version: before.version })}
          </Link>
        </p>
      )}
    </>
  );
}
