import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, client, jsonOf } from '../../api/client.ts';
import { useMay } from '../../api/queries.ts';
import type { Schemas } from '../../api/types.ts';
import { Loaded } from '../../components/loaded.tsx';
import { Page } from '../../components/page.tsx';
import { Empty, Panel } from '../../components/panel.tsx';
import { useBegun } from '../../forms/use-begun.ts';
import { DebitTable } from '../bank/debit-table.tsx';
import { TaskClosing } from '../transfer/lazy-task-closing.tsx';
import { DebitCredits } from './debit-credits.tsx';
import { DebitRemittances } from './debit-remittances.tsx';

const route = getRouteApi('/shell/bank/debits/$id');

/** What the bank took: which money it was, said by a person where the bank's words do not tell. */
export function DebitPage() {
  const { t } = useTranslation();
  const { id } = route.useParams();
  const query = useQuery({
    queryKey: ['debits', id],
    queryFn: async () => jsonOf(await client.GET('/debits', { params: { query: { entryId: id } } })).items[0] ?? null,
  });
  return (
    <Page title={t('debit.title')}>
      <Loaded query={query}>
        {(debit) =>
          debit === null ? (
            <Empty>{t('debit.none')}</Empty>
          ) : (
            <div className="stack">
              <Panel title={t('bank.debits')}>
                <DebitTable rows={[debit]} />
              </Panel>
              {mayPay(debit) && <DebitRemittances debit={debit} />}
              <DebitCredits debit={debit} />
              <OpenTasks debit={debit} />
            </div>
          )
        }
      </Loaded>
    </Page>
  );
}

/** Money that takes back what came, or pays one of ours already, is none of theirs. */
const mayPay = ({ isReversal, found, takenBack }: Schemas['Debit']): boolean =>
  !isReversal && found !== 'remitted' && takenBack.length === 0;

/** What is still to be said of it, once its money is found or it took none of ours. */
function OpenTasks({ debit }: { readonly debit: Schemas['Debit'] }) {
  const { t } = useTranslation();
  const may = useMay();
  const begun = useBegun();
  const open = debit.tasks.filter(({ closedAt }) => closedAt === null);
  const query = api.useQuery('get', '/tasks', { params: { query: { kind: 'moneyOut', state: 'open', limit: 200 } } });
  const [closing, setClosing] = useState(open.find(({ id }) => begun.isOpen('taskClosing', id))?.id);
  if (open.length === 0 || !may('closeTask')) return null;
  const task = query.data?.items.find(({ id }) => id === closing);
  return (
    <Panel title={t('bank.task')}>
      <div className="row">
        {open.map(({ id, caseNo }) => (
          <Button key={id} onClick={() => setClosing(id)}>
            {t('debit.close')} {caseNo}
          </Button>
        ))}
      </div>
      {task && <TaskClosing task={task} onClose={() => setClosing(undefined)} />}
    </Panel>
  );
}
