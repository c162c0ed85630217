import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { Loaded } from '../../components/loaded.tsx';
import { Page } from '../../components/page.tsx';
import { Empty, Panel } from '../../components/panel.tsx';
import { AbsencesPanel } from './absences-panel.tsx';
import { LentTable } from './lent-table.tsx';
import { LoadTable } from './load-table.tsx';
import './colleagues.css';

const EVERY_MS = 15_000;

/** Who has how much, who is away and who stands in. */
export function ColleaguesPage() {
  const { t } = useTranslation();
  const query = api.useQuery('get', '/loads', {}, { refetchInterval: EVERY_MS });
  return (
    <Page title={t('colleagues.title')}>
      <div className="stack">
        <Panel title={t('colleagues.load.title')}>
          <div className="stack tight">
            <p className="soft">{t('colleagues.load.explain')}</p>
            <Loaded query={query} lines={8}>
              {({ colleagues }) =>
                colleagues.length === 0 ? <Empty>{t('colleagues.load.nobody')}</Empty> : <LoadTable rows={colleagues} />
              }
            </Loaded>
          </div>
        </Panel>
        <AbsencesPanel />
        <Panel title={t('colleagues.lent.title')}>
          <div className="stack tight">
            <p className="soft">{t('colleagues.lent.explain')}</p>
            <Loaded query={query} lines={2}>
              {({ lent }) =>
                lent.length === 0 ? <Empty>{t('colleagues.lent.none')}</Empty> : <LentTable rows={lent} />
              }
            </Loaded>
          </div>
        </Panel>
      </div>
    </Page>
  );
}
