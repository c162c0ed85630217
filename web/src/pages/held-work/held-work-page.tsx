import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { newIdempotencyKey } from '../../api/idempotency-key.ts';
import { BY_CURSOR } from '../../api/pages.ts';
import { recordFact } from '../../api/record-fact.ts';
import type { Schemas } from '../../api/types.ts';
import { useSending } from '../../api/use-sending.ts';
import { CaseNo } from '../../components/case-no.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { ExportButton } from '../../components/export-button.tsx';
import { Page } from '../../components/page.tsx';
import { PagedRows } from '../../components/paged-rows.tsx';
import { Panel } from '../../components/panel.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { Due, Moment } from '../../components/time.tsx';
import { useProcedureWords } from '../../procedures/use-procedure-words.ts';

const route = getRouteApi('/shell/held-work');

type Held = Schemas['HeldWorkPage']['items'][number];
type Why = Schemas['WhyHeldWrongly'];

const WHY = ['gone', 'away', 'notOfTheRole', 'barred', 'nobodyElse'] as const satisfies readonly Why[];

/** Who holds what he cannot do, the longest first; what the reader may do he takes over from here. */
export function HeldWorkPage() {
  const { t } = useTranslation();
  const search = route.useSearch();
  const navigate = useNavigate();
  const query = api.useInfiniteQuery('get', '/held-work', { params: { query: { ...search, limit: 100 } } }, BY_CURSOR);
  return (
    <Page title={t('heldWork.title')}>
      <div className="stack tight">
        <p className="soft">{t('heldWork.explain')}</p>
        <div className="row no-print">
          <Select
            allowClear
            popupMatchSelectWidth={false}
            aria-label={t('common.columns.reason')}
            placeholder={t('heldWork.any')}
            value={search.why ?? null}
            options={WHY.map((why) => ({ value: why, label: t(`heldWork.why.${why}`) }))}
            onChange={(why: Why | undefined) =>
              void navigate({ to: '/held-work', search: why ? { why } : {}, replace: true })
            }
          />
        </div>
        <Panel title={t('heldWork.title')} aside={<ExportButton what="listHeldWork" query={{ ...search }} />}>
          <PagedRows query={query} lines={6} empty={t('heldWork.none')}>
            {(rows, first) => (
              <>
                <p className="case-count">{t('heldWork.count', { count: first?.count ?? 0 })}</p>
                <HeldTable rows={rows} />
              </>
            )}
          </PagedRows>
        </Panel>
      </div>
    </Page>
  );
}

function HeldTable({ rows }: { readonly rows: readonly Held[] }) {
  const { t } = useTranslation();
  const words = useProcedureWords();
  const { take, taken } = useTakeOver();
  return (
    <>
      <div role="status">{taken && <p className="verdict good">{t('heldWork.taken')}</p>}</div>
      {take.error && <ProblemNotice error={take.error} />}
      <DataTable
        caption={t('heldWork.title')}
        rows={rows}
        rowKey={({ kind, transferId, taskId, ordinal }) => [kind, transferId, taskId, ordinal].join(' ')}
        walkable
        columns={[
          { key: 'caseNo', title: t('common.columns.caseNo'), render: (row) => <CaseNo {...row} /> },
          {
            key: 'what',
            title: t('heldWork.what'),
            render: ({ kind, step, taskKind }) => (
              <>
                {t(`heldWork.kinds.${kind}`)} {step !== null && words.step(step)}{' '}
                {taskKind && t(`taskKinds.${taskKind}`)}
              </>
            ),
          },
          {
            key: 'holder',
            title: t('heldWork.holder'),
            render: ({ holder, deputy }) => (
              <>
                {holder.displayName}
                {deputy && <div className="soft small">{t('heldWork.deputy', { name: deputy.displayName })}</div>}
              </>
            ),
          },
          { key: 'why', title: t('common.columns.reason'), render: ({ why }) => t(`heldWork.why.${why}`) },
          { key: 'role', title: t('heldWork.role'), render: ({ role }) => role && t(`roles.${role}`) },
          { key: 'since', title: t('common.columns.since'), render: ({ since }) => <Moment at={since} /> },
          { key: 'due', title: t('common.columns.due'), render: ({ dueOn }) => dueOn !== null && <Due on={dueOn} /> },
          {
            key: 'take',
            title: t('heldWork.takeOver'),
            render: (row) =>
              row.mayTakeOver && (
                <Button size="small" loading={take.isPending} onClick={() => take.mutate(row)}>
                  {t('heldWork.takeOver')}
                </Button>
              ),
          },
        ]}
      />
    </>
  );
}

/** The fact of the transfer page, from here: one press, one key. */
function useTakeOver() {
  const queryClient = useQueryClient();
  const [taken, setTaken] = useState(false);
  const take = useSending({
    mutationFn: ({ transferId }: Held) =>
      recordFact({ transferId: transferId ?? '', fact: { kind: 'takenOver' }, key: newIdempotencyKey() }),
    onMutate: () => setTaken(false),
    onSuccess: async () => {
      setTaken(true);
      await queryClient.invalidateQueries();
    },
  });
  return { take, taken };
}
