import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { useMe, useStaff } from '../../api/queries.ts';
import type { Progress, Schemas } from '../../api/types.ts';
import { Loaded } from '../../components/loaded.tsx';
import { Panel } from '../../components/panel.tsx';
import { ReasonText } from '../../components/reason-text.tsx';
import { Moment } from '../../components/time.tsx';
import { dayOf, formatDay, formatInstant } from '../../format/day.ts';
import { knownText } from '../../i18n/known-text.ts';
import { useProcedureWords } from '../../procedures/use-procedure-words.ts';
import { formatYuan } from '../../../../domain/money/money.ts';

interface HistoryPanelProps {
  readonly transferId: string;
  readonly progress: Progress;
}

/** What happened, oldest first: who, when, and when it became known. */
export function HistoryPanel({ transferId, progress }: HistoryPanelProps) {
  const { t } = useTranslation();
  const { practice } = useMe();
  const query = api.useInfiniteQuery(
    'get',
    '/transfers/{id}/events',
    { params: { path: { id: transferId }, query: { limit: 100 } } },
    {
      initialPageParam: 0,
      pageParamName: 'after',
      getNextPageParam: (page) => page.next ?? undefined,
      refetchInterval: practice ? 3000 : 15_000,
    },
  );
  return (
    <Panel title={t('transfer.history.title')}>
      <Loaded query={query} lines={6}>
        {({ pages }) => (
          <>
            <ol className="history">
              {pages
                .flatMap(({ items }) => items)
                .map((event) => (
                  <HistoryLine key={event.seq} event={event} progress={progress} />
                ))}
            </ol>
            {query.hasNextPage && (
              <Button size="small" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                {t('transfer.history.more')}
              </Button>
            )}
          </>
        )}
      </Loaded>
    </Panel>
  );
}

interface HistoryLineProps {
  readonly event: Schemas['Event'];
  readonly progress: Progress;
}

function HistoryLine({ event, progress: { procedure, steps } }: HistoryLineProps) {
  const { t, i18n } = useTranslation();
  const words = useProcedureWords();
  const step = steps.find(({ ordinal }) => ordinal === event.stepOrdinal)?.step;
  const lateKnown = dayOf(event.recordedAt) !== dayOf(event.occurredAt);
  return (
    <li className={event.factSeq === null ? 'note' : 'fact'}>
      <Moment at={event.occurredAt} />
      <div>
        <strong>{t(`events.${event.kind}`)}</strong>{' '}
        {step !== undefined && <span className="soft">{words.step(step, procedure)}</span>}{' '}
        {event.reasonCode !== null && <ReasonText code={event.reasonCode} />}{' '}
        <span className="soft number">{details(event.payload, i18n.language)}</span>
        <Ticket payload={event.payload} />
        <ToWhom payload={event.payload} />
        <div className="soft small">
          {t('transfer.history.number', { seq: event.seq })} · {event.by?.displayName ?? t(`sources.${event.source}`)}
          {event.confirmedBy != null &&
            ` · ${t('transfer.history.confirmedBy', { name: event.confirmedBy.displayName })}`}
          {lateKnown && ` · ${t('transfer.history.recorded', { at: formatInstant(event.recordedAt, i18n.language) })}`}
          {event.correctsSeq !== null && ` · ${t('transfer.history.corrects', { seq: event.correctsSeq })}`}
        </div>
      </div>
    </li>
  );
}

/** Who holds it from then on, and why. */
function ToWhom({ payload: { to, why } }: Pick<Schemas['Event'], 'payload'>) {
  useTranslation();
  const name = useStaff().find(({ id }) => id === to)?.displayName;
  if (name === undefined) return null;
  const words = [name, knownText(`ownerWhy.${String(why)}`)];
  return <span className="soft">→ {words.filter((word) => word !== undefined).join(', ')}</span>;
}

function Ticket({ payload: { queueNumber } }: Pick<Schemas['Event'], 'payload'>) {
  const { t } = useTranslation();
  if (typeof queueNumber !== 'string') return null;
  return (
    <span className="soft number">
      {t('accept.queueNumber')} {queueNumber}
    </span>
  );
}

/** Of the payload only what says something to a reader: number of the mail, amount, day. */
function details(payload: Schemas['Event']['payload'], language: string): string {
  const { waybill, amountFen, totalFen, dueOn, reviewOn } = payload;
  const fen = amountFen ?? totalFen;
  const day = dueOn ?? reviewOn;
  return [
    typeof waybill === 'string' ? waybill : '',
    typeof fen === 'number' ? formatYuan(fen, { grouped: true }) : '',
    typeof day === 'string' ? formatDay(day, language) : '',
  ]
    .filter((part) => part !== '')
    .join(' · ');
}
