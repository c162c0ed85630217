import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { BY_CURSOR } from '../../api/pages.ts';
import type { Schemas } from '../../api/types.ts';
import { BackToToday } from '../../components/back-to-today.tsx';
import { CaseNo } from '../../components/case-no.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { ExportButton } from '../../components/export-button.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { More } from '../../components/more-button.tsx';
import { Page } from '../../components/page.tsx';
import { Empty, Panel } from '../../components/panel.tsx';
import { Day, Yuan } from '../../components/time.tsx';

const route = getRouteApi('/shell/money');

/** The money of which a sum of the board is: whole credits, or the parts of them that are in a state. */
export function MoneyPage() {
  const { t } = useTranslation();
  const search = route.useSearch();
  const { state, origin } = search;
  const query = api.useInfiniteQuery('get', '/credits', { params: { query: { ...search, limit: 100 } } }, BY_CURSOR);
  const ofOrigin = t(origin === 'openingBalance' ? 'numbers.opening' : 'numbers.received');
  const title = state === undefined ? ofOrigin : t(`partStates.${state}`);
  return (
    <Page title={t('numbers.title')} aside={<BackToToday />}>
      <Panel title={title} aside={<ExportButton what="listCredits" query={{ ...search }} />}>
        <Loaded query={query} lines={8}>
          {({ pages }) => {
            const rows = pages.flatMap(({ items }) => items).flatMap((credit) => partsOf(credit, state));
            if (rows.length === 0) return <Empty>{t('numbers.empty')}</Empty>;
            return (
              <>
                <PartTable title={title} rows={rows} />
                <More shown={rows.length} query={query} />
              </>
            );
          }}
        </Loaded>
      </Panel>
    </Page>
  );
}

interface Part {
  readonly id: string;
  readonly credit: Schemas['Credit'];
  readonly fen: number;
  readonly cases: Pick<Schemas['Credit']['parts'][number], 'transferId' | 'caseNo'>[];
}

/** Of a state each part by itself; else the credit with the cases that it is for. */
function partsOf(credit: Schemas['Credit'], state: Schemas['PartState'] | undefined): Part[] {
  if (state === undefined) return [{ id: credit.id, credit, fen: credit.amountFen, cases: credit.parts }];
  return credit.parts
    .filter((part) => part.state === state)
    .map((part) => ({ id: part.id, credit, fen: part.amountFen, cases: [part] }));
}

function PartTable({ title, rows }: { readonly title: string; readonly rows: readonly Part[] }) {
  const { t } = useTranslation();
  return (
    <DataTable
      caption={title}
      rows={rows}
      rowKey={({ id }) => id}
      walkable
      columns={[
        { key: 'serial', title: t('approvals.fields.serial'), render: ({ credit }) => credit.serial },
        { key: 'on', title: t('numbers.bookedOn'), render: ({ credit }) => <Day on={credit.bookedOn} /> },
        { key: 'payer', title: t('numbers.payer'), render: ({ credit }) => credit.payerName },
        {
          key: 'caseNo',
          title: t('common.columns.caseNo'),
          render: ({ cases }) => cases.map((one) => <CaseNo key={one.transferId} {...one} />),
        },
        { key: 'fen', title: t('common.columns.amount'), right: true, render: ({ fen }) => <Yuan fen={fen} /> },
      ]}
    />
  );
}
