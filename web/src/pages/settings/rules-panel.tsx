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
import { RuleDialog } from './rule-dialog.tsx';
import { useRulePlace } from './use-rule-place.ts';
import { useRuleValue, type OfficeRule } from './use-rule-value.ts';
import { SHIPPED_SOURCES } from '../../i18n/shipped-sources.ts';

/** How long the office gives itself; each change is from a day on and takes two administrators. */
export function RulesPanel() {
  const { t } = useTranslation();
  const may = useMay();
  const query = api.useQuery('get', '/office-rules', {});
  const [changing, setChanging] = useState<OfficeRule>();
  const [outcome, setOutcome] = useState<Outcome>();
  const ask = (rule: OfficeRule): void => {
    setOutcome(undefined);
    setChanging(rule);
  };
  return (
    <Panel title={t('rules.title')}>
      <div className="stack tight">
        <p className="soft">{t('rules.explain')}</p>
        <OutcomeNotice outcome={outcome} />
        <Loaded query={query} lines={8}>
          {({ items }) => <RuleTable rows={items} onChange={may('changeSettings') ? ask : undefined} />}
        </Loaded>
      </div>
      {changing && <RuleDialog rule={changing} onClose={() => setChanging(undefined)} onSent={setOutcome} />}
    </Panel>
  );
}

interface RuleTableProps {
  readonly rows: readonly OfficeRule[];
  /** Absent: who reads it may not change it. */
  readonly onChange: ((rule: OfficeRule) => void) | undefined;
}

function RuleTable({ rows, onChange }: RuleTableProps) {
  const { t } = useTranslation();
  const valueOf = useRuleValue();
  const placeOf = useRulePlace();
  return (
    <DataTable
      caption={t('rules.title')}
      rows={rows}
      rowKey={({ name, direction, procedureType, region }) => [direction, procedureType, region, name].join(' ')}
      columns={[
        { key: 'rule', title: t('rules.rule'), render: (rule) => <RuleName {...rule} /> },
        { key: 'value', title: t('rules.value'), render: ({ name, now }) => (now ? valueOf(name, now.value) : '–') },
        { key: 'since', title: t('rules.since'), render: ({ now }) => now && <Day on={now.fromDay} /> },
        { key: 'source', title: t('rules.source'), render: ({ now }) => now && <Source of={now.source} /> },
        { key: 'ahead', title: t('rules.ahead'), render: (rule) => <Ahead {...rule} /> },
        ...(onChange
          ? [
              {
                key: 'actions',
                title: t('staff.actions'),
                render: (rule: OfficeRule) => (
                  <Button
                    size="small"
                    aria-label={`${t('settings.change')} ${t(`rules.names.${rule.name}`)}, ${placeOf(rule)}`}
                    onClick={() => onChange(rule)}
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

function Source({ of }: { readonly of: string }) {
  const { t } = useTranslation();
  const ours = SHIPPED_SOURCES[of];
  return <>{ours ? t(`rules.sources.${ours}`) : of}</>;
}

function RuleName(rule: OfficeRule) {
  const { t } = useTranslation();
  const placeOf = useRulePlace();
  return (
    <>
      {t(`rules.names.${rule.name}`)}
      <div className="soft small">{placeOf(rule)}</div>
    </>
  );
}

function Ahead({ name, ahead }: OfficeRule) {
  const valueOf = useRuleValue();
  if (ahead.length === 0) return <>–</>;
  return (
    <ul className="plain-list">
      {ahead.map(({ value, fromDay }) => (
        <li key={fromDay}>
          <Day on={fromDay} /> {valueOf(name, value)}
        </li>
      ))}
    </ul>
  );
}
