import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import type { Schemas } from '../../api/types.ts';
import { Loaded } from '../../components/loaded.tsx';
import { Page } from '../../components/page.tsx';
import { Empty, Panel } from '../../components/panel.tsx';
import { ToldOnce } from '../../components/told-once.tsx';
import { useBegun } from '../../forms/use-begun.ts';
import { ApprovalTable } from './approval-table.tsx';

const DecisionDialog = lazy(async () => ({ default: (await import('./decision-dialog.tsx')).DecisionDialog }));

type Told = Schemas['Confirmed']['toldOnce'];

/** What waits for me as the second person, and what became of what I proposed. */
export function ApprovalsPage() {
  const { t } = useTranslation();
  const query = api.useQuery('get', '/approvals', {}, { refetchInterval: 15_000 });
  const begun = useBegun();
  // `null`: closed by the reader, also what had opened by itself.
  const [chosen, setDeciding] = useState<Schemas['Approval'] | null>();
  const waiting = [...(query.data?.toConfirm ?? []), ...(query.data?.proposed ?? [])];
  const deciding = chosen === undefined ? waiting.find(({ id }) => begun.isOpen('decision', id)) : chosen;
  const [told, setTold] = useState<Told>();
  const close = () => setDeciding(null);
  return (
    <Page title={t('approvals.title')}>
      <div role="status">{told && <p className="verdict good told">{t('approvals.done')}</p>}</div>
      <Loaded query={query} lines={6}>
        {({ toConfirm, proposed }) => (
          <div className="stack">
            <Panel title={t('approvals.toConfirm')}>
              {toConfirm.length === 0 && <Empty>{t('approvals.nothing')}</Empty>}
              {toConfirm.length > 0 && (
                <ApprovalTable title={t('approvals.toConfirm')} rows={toConfirm} mine={false} onDecide={setDeciding} />
              )}
            </Panel>
            <Panel title={t('approvals.proposed')}>
              {proposed.length === 0 && <Empty>{t('approvals.nothingProposed')}</Empty>}
              {proposed.length > 0 && (
                <ApprovalTable title={t('approvals.proposed')} rows={proposed} mine onDecide={setDeciding} />
              )}
            </Panel>
          </div>
        )}
      </Loaded>
      <Suspense fallback={null}>
        {deciding && (
          <DecisionDialog
            key={deciding.id}
            approval={deciding}
            onClose={close}
            onConfirmed={(once) => {
              close();
              setTold(once);
            }}
          />
        )}
      </Suspense>
      {told && Object.keys(told).length > 0 && (
        <ToldOnce text={t('approvals.onceText')} values={Object.values(told)} onClose={() => setTold({})} />
      )}
    </Page>
  );
}
