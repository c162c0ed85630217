import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/types.ts';
import { Becomes } from '../../components/becomes.tsx';
import { DataTable, type Column } from '../../components/data-table.tsx';
import { Moment } from '../../components/time.tsx';

type BelatedFact = Schemas['BelatedFacts']['items'][number];

/** Case, fact, when it happened and when it was learnt; of a correction what it moved. */
export function BelatedFactsTable({ rows }: { readonly rows: readonly BelatedFact[] }) {
  const { t } = useTranslation();
  const columns: Column<BelatedFact>[] = [
    {
      key: 'caseNo',
      title: t('common.columns.caseNo'),
      render: ({ transferId, caseNo }) => (
        <Link to="/transfers/$id" params={{ id: transferId }} data-row>
          {caseNo}
        </Link>
      ),
    },
    { key: 'what', title: t('common.columns.what'), render: ({ kind }) => t(`events.${kind}`) },
    { key: 'when', title: t('common.columns.when'), render: (fact) => <When {...fact} /> },
    { key: 'recorded', title: t('belatedFacts.recorded'), render: ({ recordedAt }) => <Moment at={recordedAt} /> },
  ];
  return (
    <DataTable
      caption={t('belatedFacts.title')}
      columns={columns}
      rows={rows}
      rowKey={({ transferId, seq }) => `${transferId} ${String(seq)}`}
      walkable
    />
  );
}

function When({ occurredAt, corrects }: BelatedFact) {
  const { t } = useTranslation();
  if (!corrects) return <Moment at={occurredAt} />;
  return (
    <>
      {t(`events.${corrects.kind}`)}: <Moment at={corrects.occurredAt} />
      <Becomes />
      <Moment at={corrects.becomes} />
    </>
  );
}
