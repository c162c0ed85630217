import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Recorded } from '../../api/record-fact.ts';
import { useProcedures } from '../../api/queries.ts';
import type { Progress, TransferDetail } from '../../api/types.ts';
import { Loaded } from '../../components/loaded.tsx';
import { Page } from '../../components/page.tsx';
import { deskOf, type Desk as DeskName } from '../../procedures/desk.ts';
import { stepOf } from '../../procedures/lookup.ts';
import { useHasDesk } from '../../procedures/use-has-desk.ts';
import { Holder } from '../transfer/holder.tsx';
import { standingOf, type Standing } from '../transfer/facts/standing.ts';
import { useTransfer } from '../transfer/use-transfer.ts';
import type { EntrySearch } from '../../search-params.ts';
import { ComparingDesk } from './comparing-desk.tsx';
import type { DeskProps } from './desk-props.ts';
import { DonePanel } from './done-panel.tsx';
import { PaperPane } from './paper-pane.tsx';
import { ReviewingDesk } from './reviewing-desk.tsx';
import { TypingDesk } from './typing-desk.tsx';
import '../transfer/transfer.css';
import './entry.css';
import { Notice } from '../../components/notice.tsx';

const route = getRouteApi('/shell/transfers/$id/entry');

/** The paper on the left, the form on the right: to be typed, gone through, or reviewed, as the open step wants it. */
export function EntryPage() {
  const { id } = route.useParams();
  const search = route.useSearch();
  // A page of its own for each transfer: an open form never moves to another one.
  return <Entry key={`${id} ${search.form ?? ''}`} id={id} search={search} />;
}

function Entry({ id, search }: { readonly id: string; readonly search: EntrySearch }) {
  const { t } = useTranslation();
  const { progress, detail } = useTransfer(id);
  const caseNo = detail.data?.caseNo ?? '';
  return (
    <Page
      title={t('entry.title', { caseNo })}
      aside={
        <Link to="/transfers/$id" params={{ id }}>
          {t('entry.toTransfer')}
        </Link>
      }
    >
      <Loaded query={progress} lines={4}>
        {(walked) => (
          <Loaded query={detail} lines={10}>
            {(transfer) => <Content transfer={transfer} progress={walked} search={search} />}
          </Loaded>
        )}
      </Loaded>
    </Page>
  );
}

interface ContentProps {
  readonly transfer: TransferDetail;
  readonly progress: Progress;
  readonly search: EntrySearch;
}

function Content({ transfer, progress, search }: ContentProps) {
  const { t } = useTranslation();
  const [done, setDone] = useState<Recorded>();
  const walked = standingOf(useProcedures(), progress);
  const now: Begun = {
    ordinal: transfer.openStep?.ordinal,
    standing: { ...walked, open: stepOf(walked.procedure, transfer.openStep?.step) },
    transfer,
  };
  // Whoever has begun goes on, whatever the transfer does meanwhile: what they typed stays, and the office says what it takes.
  const [begun, setBegun] = useState(now);
  const goOn = useGoingOn(transfer);
  const begin = (): void => {
    setBegun(now);
    setDone(undefined);
    goOn(done);
  };
  if (done) return <DonePanel recorded={done} transfer={transfer} onGoOn={begin} />;
  const Desk = DESKS[deskHere(begun.standing, search)];
  return (
    <div className="entry-page stack tight" onKeyDown={scrollPaper}>
      <div className="entry-head">
        <Holder progress={progress} />
        <p className="soft">
          {transfer.person.name} · {transfer.counterpart.name}
        </p>
      </div>
      <div className="entry-split">
        <PaperPane transfer={transfer} />
        <div className="entry-form">
          {begun.ordinal !== now.ordinal && (
            <Notice
              role="alert"
              kind="warning"

              title={t('entry.wentOn')}
              action={
                <Button size="small" onClick={() => setBegun(now)}>
                  {t('entry.showNow')}
                </Button>
              }
            />
          )}
          <Desk
            key={begun.ordinal}
            transfer={{ ...transfer, allowedFacts: begun.transfer.allowedFacts }}
            standing={begun.standing}
            onDone={setDone}
          />
        </div>
      </div>
    </div>
  );
}

/** To the step that what was done has opened: here, where it is one of this page, else on the page of its transfer. */
function useGoingOn({ id, procedure }: TransferDetail): (done: Recorded | undefined) => void {
  const navigate = useNavigate();
  const hasDesk = useHasDesk();
  return (done) => {
    const step = done && 'event' in done ? done.openStep?.step : undefined;
    void navigate({ to: hasDesk(procedure, step) ? '/transfers/$id/entry' : '/transfers/$id', params: { id } });
  };
}

interface Begun {
  readonly ordinal: number | undefined;
  readonly standing: Standing;
  readonly transfer: TransferDetail;
}

const DESKS: Readonly<Record<DeskName, (props: DeskProps) => ReactNode>> = {
  typing: TypingDesk,
  comparing: ComparingDesk,
  reviewing: ReviewingDesk,
};

/** What the open step wants; where it wants nothing of this page, a form that came can still be typed. */
const deskHere = ({ open }: Standing, { form }: EntrySearch): DeskName =>
  form === 'new' ? 'typing' : (deskOf(open) ?? 'typing');

const LINE_PX = 60;

/** Alt and an arrow move the paper while one types. */
function scrollPaper(event: KeyboardEvent): void {
  const by = { ArrowUp: -LINE_PX, ArrowDown: LINE_PX }[event.key];
  if (!event.altKey || by === undefined) return;
  event.preventDefault();
  document.querySelector('.paper-view')?.scrollBy({ top: by });
}
