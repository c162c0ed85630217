import { getRouteApi, Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import type { Schemas } from '../../api/types.ts';
import { Loaded } from '../../components/loaded.tsx';
import { Page } from '../../components/page.tsx';
import { useNumbers } from '../../persons/use-numbers.tsx';
import { SlipPaper } from '../accept/slip-paper.tsx';
import { ApplicationPanel } from '../transfer/person/application-panel.tsx';
import { AboutPerson } from './about-person.tsx';
import { AllTransfers } from './all-transfers.tsx';
import { TellNow } from './tell-now.tsx';
import { ToldPanel } from './told-panel.tsx';
import { WaitingPanel } from './waiting-panel.tsx';
import '../accept/accept.css';
import '../transfer/transfer.css';
import './person.css';

const Talks = lazy(async () => ({ default: (await import('./talks.tsx')).Talks }));

const route = getRouteApi('/shell/transfers/$id/person');
const EVERY_MS = 15_000;

/** Who stands at the counter: addressed by any of their transfers, so that no address says which person it is. */
export function PersonPage() {
  const { id } = route.useParams();
  return <OnePerson key={id} id={id} />;
}

function OnePerson({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const query = api.useQuery(
    'get',
    '/transfers/{id}/person',
    { params: { path: { id } } },
    { refetchInterval: EVERY_MS },
  );
  const from = query.data?.transfers.find(({ transfer }) => transfer.id === id)?.transfer.caseNo;
  return (
    <Page
      title={query.data?.name ?? t('person.title')}
      aside={
        from !== undefined && (
          <Link to="/transfers/$id" params={{ id }} className="no-print">
            {t('person.toTransfer', { caseNo: from })}
          </Link>
        )
      }
    >
      <Loaded query={query} lines={10}>
        {(person) => <Content person={person} id={id} />}
      </Loaded>
    </Page>
  );
}

interface ContentProps {
  readonly person: Schemas['Person'];
  readonly id: string;
}

function Content({ person, id }: ContentProps) {
  const { t } = useTranslation();
  const numbers = useNumbers(id, person.inFull);
  const [slipOf, setSlipOf] = useState<string>();
  const { transfers } = person;
  const printed = transfers.find(({ transfer }) => transfer.id === slipOf);
  if (printed?.slip) {
    return <Slip transfer={printed.transfer} slip={printed.slip} onBack={() => setSlipOf(undefined)} />;
  }
  return (
    <div className="stack">
      <TellNow transfers={transfers} onSlip={setSlipOf} />
      <div className="transfer-columns">
        <div className="transfer-side stack">
          <AboutPerson person={person} numbers={numbers} />
          {transfers.map(
            ({ transfer, application }) =>
              application && (
                <ApplicationPanel
                  key={transfer.id}
                  title={t('person.answers', { caseNo: transfer.caseNo })}
                  application={application}
                  now={person}
                  inFull={transfer.id === id ? numbers.inFull : undefined}
                />
              ),
          )}
        </div>
        <div className="stack">
          <AllTransfers transfers={transfers} />
          <Suspense fallback={null}>
            <Talks transferId={id} />
          </Suspense>
          <WaitingPanel transfers={transfers} />
          <ToldPanel transfers={transfers} />
        </div>
      </div>
    </div>
  );
}

interface SlipProps {
  readonly transfer: Schemas['TransferRow'];
  readonly slip: Schemas['Slip'];
  readonly onBack: () => void;
}

function Slip({ transfer, slip, onBack }: SlipProps) {
  const { t } = useTranslation();
  return (
    <div className="stack">
      <SlipPaper transfer={transfer} slip={slip} />
      <div className="row no-print">
        <Button type="primary" onClick={() => window.print()}>
          {t('common.print')}
        </Button>
        <Button onClick={onBack}>{t('person.backToPerson')}</Button>
      </div>
    </div>
  );
}
