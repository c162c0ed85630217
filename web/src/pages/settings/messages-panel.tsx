import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { useMay } from '../../api/queries.ts';
import { DataTable } from '../../components/data-table.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { OutcomeNotice, type Outcome } from '../../components/outcome.tsx';
import { Panel } from '../../components/panel.tsx';
import { Day } from '../../components/time.tsx';
import { MessageDialog, type Message } from './message-dialog.tsx';
import './messages.css';

/** What insured persons read, as the office words it; what holds today and what comes. */
export function MessagesPanel() {
  const { t } = useTranslation();
  const may = useMay();
  const query = api.useQuery('get', '/message-templates', {});
  const [changing, setChanging] = useState<Message>();
  const [outcome, setOutcome] = useState<Outcome>();
  return (
    <Panel title={t('messages.title')}>
      <div className="stack tight">
        <p className="soft">{t('messages.explain')}</p>
        <OutcomeNotice outcome={outcome} />
        <Loaded query={query} lines={6}>
          {({ items }) => <MessageTable rows={items} onChange={may('changeSettings') ? setChanging : undefined} />}
        </Loaded>
      </div>
      {changing && (
        <MessageDialog
          message={changing}
          onClose={() => setChanging(undefined)}
          onSent={() => setOutcome({ waits: false, text: t('messages.kept') })}
        />
      )}
    </Panel>
  );
}

interface MessageTableProps {
  readonly rows: readonly Message[];
  /** Absent: who reads it may not change it. */
  readonly onChange: ((message: Message) => void) | undefined;
}

function MessageTable({ rows, onChange }: MessageTableProps) {
  const { t } = useTranslation();
  const nameOf = ({ kind, language }: Message): string =>
    `${t(`messages.kinds.${kind}`)} · ${t(`messages.languages.${language}`)}`;
  return (
    <DataTable
      caption={t('messages.title')}
      rows={rows}
      rowKey={({ kind, language }) => `${kind} ${language}`}
      columns={[
        { key: 'kind', title: t('messages.kind'), render: nameOf },
        { key: 'text', title: t('messages.text'), render: (message) => <Standing {...message} /> },
        ...(onChange
          ? [
              {
                key: 'actions',
                title: t('staff.actions'),
                render: (message: Message) => (
                  <Button
                    size="small"
                    aria-label={`${t('settings.change')} ${nameOf(message)}`}
                    onClick={() => onChange(message)}
                  >
                    {t('settings.change')}
                  </Button>
                ),
              },
            ]
          : []),
      ]}
    />
  );
}

/** What holds today, since when and by whom; below it what comes. */
function Standing({ standard, now, ahead }: Message) {
  const { t } = useTranslation();
  return (
    <>
      <span className="message-text">{now?.text ?? standard}</span>
      <div className="soft small">
        {now === null ? (
          t('messages.standard')
        ) : (
          <>
            {t(now.isStandard ? 'messages.standardSince' : 'messages.since')} <Day on={now.fromDay} /> ·{' '}
            {now.changedBy.displayName}
          </>
        )}
      </div>
      {ahead.map(({ fromDay, text, changedBy }) => (
        <div key={fromDay} className="small">
          <span className="badge">
            {t('messages.from')} <Day on={fromDay} />
          </span>{' '}
          <span className="message-text">{text}</span> <span className="soft">{changedBy.displayName}</span>
        </div>
      ))}
    </>
  );
}
