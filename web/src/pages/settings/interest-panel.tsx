import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { useMay } from '../../api/queries.ts';
import type { Schemas } from '../../api/types.ts';
import { DataTable } from '../../components/data-table.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { OutcomeNotice, type Outcome } from '../../components/outcome.tsx';
import { Empty, Panel } from '../../components/panel.tsx';
import { perCentOf } from '../../format/per-cent.ts';
import { InterestDialog } from './interest-dialog.tsx';

type Rate = Schemas['InterestRate'];

/** What forms are computed anew with, the last year first. */
export function InterestPanel() {
  const { t } = useTranslation();
  const may = useMay();
  const query = api.useQuery('get', '/interest-rates', {});
  const [setting, setSetting] = useState<Partial<Rate>>();
  const [outcome, setOutcome] = useState<Outcome>();
  const ask = (rate: Partial<Rate>) => {
    setOutcome(undefined);
    setSetting(rate);
  };
  const add = may('changeSettings') && (
    <Button size="small" onClick={() => ask({})}>
      {t('settings.setInterest')}
    </Button>
  );
  return (
    <Panel title={t('settings.interest')} aside={add}>
      <div className="stack tight">
        <OutcomeNotice outcome={outcome} />
        <Loaded query={query} lines={13}>
          {({ items }) =>
            items.length === 0 ? (
              <Empty>{t('settings.noInterest')}</Empty>
            ) : (
              <RateTable rows={items} onCorrect={may('changeSettings') ? ask : undefined} />
            )
          }
        </Loaded>
      </div>
      {setting && <InterestDialog rate={setting} onClose={() => setSetting(undefined)} onSent={setOutcome} />}
    </Panel>
  );
}

interface RateTableProps {
  readonly rows: readonly Rate[];
  readonly onCorrect: ((rate: Rate) => void) | undefined;
}

function RateTable({ rows, onCorrect }: RateTableProps) {
  const { t } = useTranslation();
  const correct = (rate: Rate) => (
    <Button
      size="small"
      aria-label={`${t('settings.correct')} ${String(rate.year)} ${rate.region}`.trim()}
      onClick={() => onCorrect?.(rate)}
    >
      {t('settings.correct')}
    </Button>
  );
  return (
    <DataTable
      caption={t('settings.interest')}
      rows={[...rows].sort((one, other) => other.year - one.year)}
      rowKey={({ year, region }) => `${String(year)} ${region}`}
      columns={[
        { key: 'year', title: t('settings.year'), render: ({ year }) => year },
        { key: 'rate', title: t('settings.rate'), right: true, render: ({ basisPoints }) => perCentOf(basisPoints) },
        { key: 'region', title: t('settings.region'), render: ({ region }) => region || t('settings.country') },
        { key: 'source', title: t('settings.source'), render: ({ source }) => source },
        ...(onCorrect ? [{ key: 'correct', title: t('staff.actions'), render: correct }] : []),
      ]}
    />
  );
}
