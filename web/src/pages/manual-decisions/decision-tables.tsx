import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/types.ts';
import { CaseNo } from '../../components/case-no.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { ReasonText } from '../../components/reason-text.tsx';
import { Count, Moment, Yuan } from '../../components/time.tsx';
import { knownText } from '../../i18n/known-text.ts';
import { useProcedureWords } from '../../procedures/use-procedure-words.ts';
import type { DecisionsSearch } from '../../search-params.ts';
import { useKindWord } from './kinds.ts';

type Decisions = Schemas['ManualDecisions'];

interface CountsProps {
  readonly counts: Decisions['counts'];
  readonly search: DecisionsSearch;
}

/** Each number opens its decisions. */
export function DecisionCounts({ counts, search }: CountsProps) {
  const { t } = useTranslation();
  const word = useKindWord();
  return (
    <DataTable
      caption={t('manualDecisions.counts')}
      rows={counts}
      rowKey={({ kind, by }) => `${kind} ${by.id}`}
      columns={[
        { key: 'kind', title: t('common.columns.kind'), render: ({ kind }) => word(kind) },
        { key: 'by', title: t('manualDecisions.who'), render: ({ by }) => by.displayName },
        {
          key: 'count',
          title: t('manualDecisions.number'),
          right: true,
          render: ({ kind, by, count }) => (
            <Link to="/manual-decisions" search={{ ...search, kind, staff: by.id }}>
              <Count of={count} />
            </Link>
          ),
        },
      ]}
    />
  );
}

export function DecisionTable({ rows }: { readonly rows: Decisions['items'] }) {
  const { t } = useTranslation();
  const word = useKindWord();
  return (
    <DataTable
      caption={t('manualDecisions.title')}
      rows={rows}
      rowKey={({ kind, at, by, transferId, about }) => [kind, at, by.id, transferId, about].join(' ')}
      walkable
      columns={[
        { key: 'caseNo', title: t('common.columns.caseNo'), render: (row) => <CaseNo {...row} /> },
        {
          key: 'kind',
          title: t('common.columns.kind'),
          render: (row) => (
            <>
              {word(row.kind)} <About {...row} />
            </>
          ),
        },
        {
          key: 'reason',
          title: t('common.columns.reason'),
          render: ({ reasonCode }) => reasonCode !== null && <ReasonText code={reasonCode} />,
        },
        {
          key: 'fen',
          title: t('common.columns.amount'),
          right: true,
          render: ({ amountFen }) => amountFen !== null && <Yuan fen={amountFen} />,
        },
        { key: 'by', title: t('manualDecisions.who'), render: ({ by }) => by.displayName },
        { key: 'second', title: t('manualDecisions.second'), render: ({ confirmedBy }) => confirmedBy?.displayName },
        { key: 'when', title: t('common.columns.when'), render: ({ at }) => <Moment at={at} /> },
      ]}
    />
  );
}

function About({ about }: Decisions['items'][number]) {
  const words = useProcedureWords();
  if (about === '') return null;
  const known = ['manualDecisions.about', 'taskKinds', 'approvals.kinds', 'matchDecisions', 'reveal.reasons'].map(
    (of) => knownText(`${of}.${about}`),
  );
  return <span className="soft">{known.find((text) => text !== undefined) ?? words.step(about)}</span>;
}
