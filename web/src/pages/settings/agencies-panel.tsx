import { Button, Input } from 'antd';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import type { Schemas } from '../../api/types.ts';
import { useMay } from '../../api/queries.ts';
import { DataTable } from '../../components/data-table.tsx';
import { ExportButton } from '../../components/export-button.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { OutcomeNotice, type Outcome } from '../../components/outcome.tsx';
import { Empty, Panel } from '../../components/panel.tsx';
import { Account, Validity, Where } from './agency-cells.tsx';
import { AgencyDialog } from './agency-dialog.tsx';
import { agenciesFound } from './agencies-found.ts';

type Agency = Schemas['Counterpart'];

/** So many rows are read; whoever wants another one types more of it. */
const MOST = 50;

/** The other offices: found by name, place or code, and where their post goes put right. */
export function AgenciesPanel() {
  const { t } = useTranslation();
  const may = useMay();
  const query = api.useQuery('get', '/counterparts', { params: { query: { all: true } } });
  const [typed, setTyped] = useState('');
  const wanted = useDeferredValue(typed);
  const [correcting, setCorrecting] = useState<Agency>();
  const [outcome, setOutcome] = useState<Outcome>();
  return (
    <Panel title={t('agencies.title')} aside={<ExportButton what="listCounterparts" />}>
      <div className="stack tight">
        <p className="soft">{t('agencies.explain')}</p>
        <OutcomeNotice outcome={outcome} />
        <Input
          allowClear
          aria-label={t('agencies.find')}
          placeholder={t('agencies.find')}
          value={typed}
          maxLength={60}
          autoComplete="off"
          onChange={({ target }) => setTyped(target.value)}
        />
        <Loaded query={query} lines={6}>
          {({ items }) => (
            <Found found={agenciesFound(items, wanted)} onCorrect={may('changeSettings') ? setCorrecting : undefined} />
          )}
        </Loaded>
      </div>
      {correcting && (
        <AgencyDialog
          agency={correcting}
          onClose={() => setCorrecting(undefined)}
          onSent={() => setOutcome({ waits: false })}
        />
      )}
    </Panel>
  );
}

interface FoundProps {
  readonly found: readonly Agency[];
  /** Absent: who reads it may not change it. */
  readonly onCorrect: ((agency: Agency) => void) | undefined;
}

function Found({ found, onCorrect }: FoundProps) {
  const { t } = useTranslation();
  if (found.length === 0) return <Empty>{t('agencies.none')}</Empty>;
  return (
    <>
      <p className="soft small" role="status">
        {t('agencies.count', { count: found.length })} {found.length > MOST && t('agencies.shown', { count: MOST })}
      </p>
      <DataTable
        caption={t('agencies.title')}
        rows={found.slice(0, MOST)}
        rowKey={({ areaCode }) => areaCode}
        columns={[
          {
            key: 'code',
            title: t('agencies.code'),
            render: ({ areaCode }) => <span className="number">{areaCode}</span>,
          },
          { key: 'name', title: t('agencies.name'), render: ({ name }) => name },
          { key: 'kind', title: t('agencies.kind'), render: ({ kind }) => t(`agencies.kinds.${kind}`) },
          { key: 'validity', title: t('agencies.validity'), render: (agency) => <Validity {...agency} /> },
          { key: 'channel', title: t('agencies.channel'), render: ({ channel }) => t(`agencies.channels.${channel}`) },
          { key: 'address', title: t('agencies.address'), render: (agency) => <Where {...agency} /> },
          { key: 'telephone', title: t('agencies.telephone'), render: ({ telephone }) => telephone || '–' },
          { key: 'account', title: t('agencies.account'), render: (agency) => <Account {...agency} /> },
          ...(onCorrect
            ? [
                {
                  key: 'actions',
                  title: t('staff.actions'),
                  render: (agency: Agency) => (
                    <Button
                      size="small"
                      aria-label={`${t('settings.correct')} ${agency.name}`}
                      onClick={() => onCorrect(agency)}
                    >
                      {t('settings.correct')}
                    </Button>
                  ),
                },
              ]
            : []),
        ]}
      />
    </>
  );
}
