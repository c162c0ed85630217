import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { bodyOf, api, client } from '../../api/client.ts';
import { newIdempotencyKey } from '../../api/idempotency-key.ts';
import { BY_CURSOR } from '../../api/pages.ts';
import type { Schemas } from '../../api/types.ts';
import { useSending } from '../../api/use-sending.ts';
import { AskAgain } from '../../components/ask-again.tsx';
import { CaseNo } from '../../components/case-no.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { Notice } from '../../components/notice.tsx';
import { PagedRows } from '../../components/paged-rows.tsx';
import { Panel } from '../../components/panel.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { Moment } from '../../components/time.tsx';
import { formatMonth } from '../../format/day.ts';

/** What of a month lies in no box, and the act that puts it there. */
export function WaitingPanel({ month }: { readonly month: string }) {
  const { t, i18n } = useTranslation();
  const query = api.useInfiniteQuery('get', '/archive/waiting', { params: { query: { month, limit: 50 } } }, BY_CURSOR);
  const count = query.data?.pages[0]?.count ?? 0;
  return (
    <Panel title={t('archive.waiting.title', { month: formatMonth(month, i18n.language) })}>
      <Boxing month={month} count={count} />
      <PagedRows query={query} lines={6} empty={t('archive.waiting.none')}>
        {(rows) => <WaitingTable rows={rows} />}
      </PagedRows>
    </Panel>
  );
}

function Boxing({ month, count }: { readonly month: string; readonly count: number }) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const [asked, setAsked] = useState(false);
  const key = useRef(newIdempotencyKey());
  const sending = useSending({
    mutationFn: async () =>
      bodyOf(
        await client.POST('/archive/boxes', {
          params: { header: { 'Idempotency-Key': key.current } },
          body: { month },
        }),
      ),
    onSuccess: async () => {
      key.current = newIdempotencyKey();
      setAsked(false);
      await queryClient.invalidateQueries();
    },
  });
  const { data, error } = sending;
  return (
    <div>
      {error && <ProblemNotice error={error} />}
      {data && !asked && (
        <Notice
          kind="success"
          role="status"
          title={t('archive.waiting.done', {
            count: data.cases,
            boxes: data.items.map(({ boxNo }) => boxNo).join(t('figures.sheet.comma')),
          })}
        />
      )}
      {asked ? (
        <AskAgain
          question={t('archive.waiting.ask', { count })}
          yes={t('archive.waiting.button')}
          busy={sending.isPending}
          onYes={() => sending.mutate()}
          onNo={() => setAsked(false)}
        />
      ) : (
        count > 0 && <Button onClick={() => setAsked(true)}>{t('archive.waiting.button')}</Button>
      )}
    </div>
  );
}

function WaitingTable({ rows }: { readonly rows: readonly Schemas['ClosedCase'][] }) {
  const { t } = useTranslation();
  return (
    <DataTable
      caption={t('archive.waiting.cases')}
      rows={rows}
      rowKey={({ caseId }) => caseId}
      walkable
      columns={[
        { key: 'caseNo', title: t('common.columns.caseNo'), render: (one) => <CaseNo {...one} /> },
        {
          key: 'kind',
          title: t('common.columns.kind'),
          render: ({ direction, kind }) => `${t(`directions.${direction}`)} · ${t(`archive.kinds.${kind}`)}`,
        },
        { key: 'closed', title: t('common.columns.closed'), render: ({ closedAt }) => <Moment at={closedAt} /> },
      ]}
    />
  );
}
