import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas, TransferDetail } from '../../../api/types.ts';
import { DataTable } from '../../../components/data-table.tsx';
import { Empty, Panel } from '../../../components/panel.tsx';
import { Day, Yuan } from '../../../components/time.tsx';
import { dayOf, formatDayShort } from '../../../format/day.ts';
import { useOfficeDate } from '../../../api/queries.ts';
import { useProcedureWords } from '../../../procedures/use-procedure-words.ts';
import type { Act } from './act.ts';

const LinkedDialog = lazy(async () => ({ default: (await import('./linked-dialog.tsx')).LinkedDialog }));

type Linked = Schemas['LinkedTransfer'];

const WORDS = { supplement: 'openSupplement', reopening: 'reopen', reversal: 'reverse' } as const;

/** What goes on from the transfer after its closing, where it came from, and what may be asked for; absent while there is nothing of it. */
export function LinkedPanel({ transfer }: { readonly transfer: TransferDetail }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState<Act>();
  const [proposed, setProposed] = useState(false);
  const { linked } = transfer;
  if (linked.items.length === 0 && linked.may.length === 0 && linked.link === null && linked.reversal === null)
    return null;
  return (
    <Panel title={t('transfer.linked.title')}>
      <div className="stack tight">
        <Before linked={linked} />
        {linked.items.length > 0 ? <Others items={linked.items} /> : <Empty>{t('transfer.linked.none')}</Empty>}
        <div className="row no-print">
          {linked.may.map((act) => (
            <Button key={act} size="small" onClick={() => setAsking(act)}>
              {t(`transfer.linked.${WORDS[act]}`)}
            </Button>
          ))}
          <span role="status">{proposed && t('transfer.linked.sent')}</span>
        </div>
      </div>
      {asking && (
        <Suspense fallback={null}>
          <LinkedDialog
            transfer={transfer}
            act={asking}
            title={t(`transfer.linked.${WORDS[asking]}`)}
            onClose={() => setAsking(undefined)}
            onProposed={() => setProposed(true)}
          />
        </Suspense>
      )}
    </Panel>
  );
}

/** That it goes on from another one, how many attempts count on, and its reversal. */
function Before({ linked: { link, attemptsBefore, reversal } }: { readonly linked: Schemas['Linked'] }) {
  const { t, i18n } = useTranslation();
  const today = useOfficeDate();
  return (
    <>
      {link !== null && (
        <p className="soft">
          {t(`transfer.linked.${link}`)}: {t('transfer.linked.from')}{' '}
          {attemptsBefore > 0 && t('transfer.linked.attempts', { count: attemptsBefore })}
        </p>
      )}
      {reversal && (
        <p>
          {t('transfer.linked.reversed', {
            day: formatDayShort(dayOf(reversal.reversedAt), i18n.language, today),
            by: reversal.by.displayName,
            second: reversal.confirmedBy.displayName,
          })}{' '}
          <Yuan fen={reversal.amountFen} />
        </p>
      )}
    </>
  );
}

function Others({ items }: { readonly items: readonly Linked[] }) {
  const { t } = useTranslation();
  const words = useProcedureWords();
  const stands = ({ openStep, closing, procedure, reversed }: Linked): string =>
    [
      openStep ? `${openStep.owner.displayName} · ${words.step(openStep.step, procedure)}` : [],
      closing ? t(`closings.${closing}`) : [],
      reversed ? t('transfer.linked.wasReversed') : [],
    ]
      .flat()
      .join(' · ');
  return (
    <DataTable
      caption={t('transfer.linked.title')}
      rows={items}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'link',
          title: t('common.columns.kind'),
          render: ({ id, link }) => (
            <Link to="/transfers/$id" params={{ id }}>
              {t(`transfer.linked.${link ?? 'accepted'}`)}
            </Link>
          ),
        },
        {
          key: 'since',
          title: t('transfer.linked.accepted'),
          render: ({ acceptedAt }) => <Day on={dayOf(acceptedAt)} />,
        },
        { key: 'state', title: t('common.columns.state'), render: stands },
        {
          key: 'due',
          title: t('common.columns.due'),
          render: ({ openStep }) => openStep && <Day on={openStep.dueOn} />,
        },
      ]}
    />
  );
}
