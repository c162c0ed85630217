import { Link } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Schemas, TransferRow } from '../api/types.ts';
import { dayOf } from '../format/day.ts';
import { useHasDesk } from '../procedures/use-has-desk.ts';
import { useProcedureWords } from '../procedures/use-procedure-words.ts';
import type { ProcedureWords } from '../procedures/words.ts';
import { DataTable, type Column } from './data-table.tsx';
import { Flags } from './flags.tsx';
import { ReasonText } from './reason-text.tsx';
import { Day, Due } from './time.tsx';

type SentBack = Schemas['MyWork']['sentBack'][number];

interface TransferTableProps {
  readonly caption: string;
  readonly rows: readonly TransferRow[];
  /** Open work says whose it is and until when, cases how they ended. */
  readonly shows: 'openWork' | 'cases';
  /** Left out where every row has the same. */
  readonly withOwner?: boolean;
  readonly withPerson?: boolean;
  /** Before the others. */
  readonly first?: Column<TransferRow>;
  /** What came back, with what for. */
  readonly sentBack?: readonly SentBack[];
}

export function TransferTable(props: TransferTableProps) {
  const { caption, rows, shows, withOwner = true, withPerson = true, first, sentBack = [] } = props;
  const { t } = useTranslation();
  const words = useProcedureWords();
  const all =
    shows === 'openWork'
      ? openWorkColumns(t, words, withOwner, new Map(sentBack.map((back) => [back.transferId, back])))
      : caseColumns(t, words);
  const shown = all.filter(({ key }) => withPerson || key !== 'person');
  const columns = first ? [first, ...shown] : shown;
  return (
    <DataTable
      caption={caption}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      rowClass={(row) => (row.openStep?.overdue ? 'late' : '')}
      walkable
    />
  );
}

interface StepLinkProps {
  readonly id: string;
  readonly step: string;
  readonly procedure: string;
  readonly word: string;
}

/** To where the step is done, if that is a page of its own. */
function StepLink({ id, step, procedure, word }: StepLinkProps) {
  if (!useHasDesk()(procedure, step)) return <>{word}</>;
  return (
    <Link to="/transfers/$id/entry" params={{ id }}>
      {word}
    </Link>
  );
}

function firstColumns(t: TFunction): Column<TransferRow>[] {
  return [
    {
      key: 'caseNo',
      title: t('common.columns.caseNo'),
      render: (row) => (
        <Link to="/transfers/$id" params={{ id: row.id }} data-row className="nowrap number">
          {row.caseNo}
        </Link>
      ),
    },
    { key: 'person', title: t('common.columns.person'), render: (row) => row.personName },
    { key: 'counterpart', title: t('common.columns.counterpart'), render: (row) => row.counterpart.name },
  ];
}

function openWorkColumns(
  t: TFunction,
  words: ProcedureWords,
  withOwner: boolean,
  backs: ReadonlyMap<string, SentBack>,
): Column<TransferRow>[] {
  const owner: Column<TransferRow> = {
    key: 'owner',
    title: t('common.columns.owner'),
    render: (row) => row.openStep?.owner.displayName ?? row.steward.displayName,
  };
  return [
    ...firstColumns(t),
    {
      key: 'step',
      title: t('common.columns.step'),
      render: ({ id, openStep, procedure }) =>
        openStep ? (
          <>
            <StepLink id={id} step={openStep.step} procedure={procedure} word={words.step(openStep.step, procedure)} />{' '}
            <Flags {...openStep} />
            <CameBack back={backs.get(id)} words={words} procedure={procedure} />
          </>
        ) : (
          <span className="soft">{t('common.flags.noStep')}</span>
        ),
    },
    ...(withOwner ? [owner] : []),
    {
      key: 'since',
      title: t('common.columns.since'),
      render: ({ openStep }) => openStep && <Day on={dayOf(openStep.openedAt)} />,
    },
    {
      key: 'due',
      title: t('common.columns.due'),
      render: ({ openStep }) =>
        openStep && <Due on={openStep.dueOn} provisional={openStep.provisional} late={openStep.overdue} />,
    },
  ];
}

interface CameBackProps {
  readonly back: SentBack | undefined;
  readonly words: ProcedureWords;
  readonly procedure: string;
}

/** From which step, how that ended, and for which reason. */
function CameBack({ back, words, procedure }: CameBackProps) {
  const { t } = useTranslation();
  if (!back) return null;
  const { step, outcome, reasonCode } = back;
  return (
    <div>
      <span className="badge warn">{t('myWork.back')}</span>{' '}
      <span className="small">
        {words.step(step, procedure)}: {words.outcome(outcome, procedure)}{' '}
        {reasonCode !== null && <ReasonText code={reasonCode} />}
      </span>
    </div>
  );
}

function caseColumns(t: TFunction, words: ProcedureWords): Column<TransferRow>[] {
  return [
    ...firstColumns(t),
    { key: 'accepted', title: t('common.columns.accepted'), render: (row) => <Day on={dayOf(row.acceptedAt)} /> },
    {
      key: 'closed',
      title: t('common.columns.closed'),
      render: (row) => row.closedAt !== null && <Day on={dayOf(row.closedAt)} />,
    },
    {
      key: 'state',
      title: t('common.columns.state'),
      render: (row) =>
        row.closing ? t(`closings.${row.closing}`) : row.openStep ? words.step(row.openStep.step, row.procedure) : null,
    },
    {
      key: 'owner',
      title: t('common.columns.owner'),
      render: (row) => (row.closing ? null : (row.openStep?.owner.displayName ?? row.steward.displayName)),
    },
  ];
}
