import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { CaseNo } from '../../components/case-no.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { Page } from '../../components/page.tsx';
import { RefusalPaper } from '../accept/refusal-paper.tsx';
import '../accept/accept.css';

const route = getRouteApi('/shell/refusals/$id');

/** One refusal, as the person got it and to be printed again. */
export function RefusalPage() {
  const { t } = useTranslation();
  const { id } = route.useParams();
  const query = api.useQuery('get', '/refusals/{id}', { params: { path: { id } } });
  return (
    <Page
      title={t('refusals.one')}
      aside={
        <Link to="/refusals" className="no-print">
          {t('refusals.title')}
        </Link>
      }
    >
      <Loaded query={query} lines={8}>
        {(refusal) => (
          <div className="stack">
            {refusal.transferId !== null && (
              <p className="no-print">
                {t('common.columns.caseNo')} <CaseNo {...refusal} />
              </p>
            )}
            <RefusalPaper refusal={refusal} />
          </div>
        )}
      </Loaded>
    </Page>
  );
}
