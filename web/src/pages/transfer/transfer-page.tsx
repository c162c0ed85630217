import { getRouteApi, Link } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useNumbers } from '../../persons/use-numbers.tsx';
import { api } from '../../api/client.ts';
import type { Progress, TransferDetail } from '../../api/types.ts';
import { NextCase } from '../../components/next-case.tsx';
import { DocumentsPanel } from '../../documents/documents-panel.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { Page } from '../../components/page.tsx';
import { AboutPanel } from './person/about-panel.tsx';
import { ApplicationPanel } from './person/application-panel.tsx';
import { AnswerPanel } from './answer-panel.tsx';
import { AttemptsPanel } from './attempts-panel.tsx';
import { FactsPanel } from './facts/facts-panel.tsx';
import { ContributionsPanel } from './contributions/contributions-panel.tsx';
import { FormsPanel } from './forms-panel.tsx';
import { HandOverNotes } from './hand-over/hand-over-notes.tsx';
import { HistoryPanel } from './history-panel.tsx';
import { Holder } from './holder.tsx';
import { LettersPanel } from './letters-panel.tsx';
import { LinePanel } from './line-panel.tsx';
import { MoneyPanel } from './money-panel.tsx';
import { NoticesPanel } from './notices-panel.tsx';
import { PapersPanel } from './papers-panel.tsx';
import { StepsPanel } from './steps-panel.tsx';
import { TasksPanel } from './tasks-panel.tsx';
import { useTransfer } from './use-transfer.ts';
import './transfer.css';

const route = getRouteApi('/shell/transfers/$id');

/** Of most transfers-in no paper has come. */
const CamePanel = lazy(async () => ({ default: (await import('./came-panel.tsx')).CamePanel }));

/** Of most transfers nothing has gone on after their closing. */
const LinkedPanel = lazy(async () => ({ default: (await import('./linked/linked-panel.tsx')).LinkedPanel }));

/** One transfer: who holds it, how it came here, and what may be recorded now. */
export function TransferPage() {
  const { id } = route.useParams();
  // A page of its own for each transfer: an open form never moves to another one.
  return <Transfer key={id} id={id} />;
}

function Transfer({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const { progress, detail } = useTransfer(id);
  // What stands above the rest comes with it: nothing moves down while somebody reads.
  const notes = api.useQuery('get', '/transfers/{id}/hand-over-notes', { params: { path: { id } } });
  const caseNo = detail.data?.caseNo ?? progress.data?.caseNo ?? '';
  return (
    <Page title={t('transfer.title', { caseNo })} aside={<Ways id={id} />}>
      <Loaded query={progress} lines={4}>
        {(walked) => (
          <Loaded query={notes.isPending ? { ...detail, data: undefined } : detail} lines={10}>
            {(transfer) => <Content transfer={transfer} progress={walked} />}
          </Loaded>
        )}
      </Loaded>
    </Page>
  );
}

/** On from here: to the person, whose other transfers may matter. */
function Ways({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  return (
    <nav className="row no-print" aria-label={t('transfer.ways')}>
      <Link to="/transfers/$id/person" params={{ id }}>
        {t('person.page')}
      </Link>
      <NextCase besides={id} />
    </nav>
  );
}

interface ContentProps {
  readonly transfer: TransferDetail;
  readonly progress: Progress;
}

function Content({ transfer, progress }: ContentProps) {
  const numbers = useNumbers(transfer.id, transfer.person.inFull);
  // Nothing comes to us of a transfer-out but what the other office writes.
  const isOut = transfer.direction === 'out';
  return (
    <div className="stack">
      <Holder progress={progress} />
      <HandOverNotes transferId={transfer.id} />
      <LinePanel transfer={transfer} progress={progress} />
      <div className="transfer-columns">
        <div className="transfer-side stack">
          <FactsPanel transfer={transfer} progress={progress} />
          <AboutPanel transfer={transfer} numbers={numbers} />
          {transfer.application && (
            <ApplicationPanel application={transfer.application} now={transfer.person} inFull={numbers.inFull} />
          )}
        </div>
        <div className="stack">
          <TasksPanel transfer={transfer} progress={progress} />
          <StepsPanel progress={progress} />
          <Suspense fallback={null}>
            <CamePanel transferId={transfer.id} />
          </Suspense>
          {(!isOut || transfer.letters.length > 0) && <LettersPanel letters={transfer.letters} />}
          <Suspense fallback={null}>
            <LinkedPanel transfer={transfer} />
          </Suspense>
          <AttemptsPanel attempts={transfer.attempts} />
          {isOut && <AnswerPanel answer={transfer.answer} />}
          {(!isOut || transfer.infoForms.length > 0) && <FormsPanel forms={transfer.infoForms} />}
          {(!isOut || transfer.money.length > 0) && <MoneyPanel transfer={transfer} />}
          <ContributionsPanel transferId={transfer.id} />
          <DocumentsPanel transfer={transfer} />
          <PapersPanel transferId={transfer.id} papers={transfer.papers} />
          <NoticesPanel notices={transfer.notices} />
          <HistoryPanel transferId={transfer.id} progress={progress} />
        </div>
      </div>
    </div>
  );
}
