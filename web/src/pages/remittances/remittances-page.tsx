import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MONEY_PLACES, REMITTANCE_STATES } from '../../../../domain/money/remittance.ts';
import { api } from '../../api/client.ts';
import { BY_CURSOR } from '../../api/pages.ts';
import { useMay, useMe } from '../../api/queries.ts';
import { OutgoEquation } from '../../components/outgo-equation.tsx';
import { Page } from '../../components/page.tsx';
import { PagedRows } from '../../components/paged-rows.tsx';
import { Panel } from '../../components/panel.tsx';
import { useBegun } from '../../forms/use-begun.ts';
import type { RemittancesSearch } from '../../money-params.ts';
import { changedSearch, type SearchChange } from '../../search-params.ts';
import { actForm, actsOn, PLAN_FORM, type Acting, type Remittance } from './acts.ts';
import { Dialogs } from './dialogs.tsx';
import { RemittanceTable } from './remittance-table.tsx';

const route = getRouteApi('/shell/bank/remittances');

/** Money out: where every fen of it is, who has the ball, and what is to be done next. */
export function RemittancesPage() {
  const { t } = useTranslation();
  const may = useMay();
  const search = route.useSearch();
  const begun = useBegun();
  const [isPlanning, setPlanning] = useState(() => begun.isOpen(PLAN_FORM, ''));
  return (
    <Page title={t('remittances.title')}>
      <div className="stack">
        {may('readMetrics') && (
          <Panel title={t('remittances.equation')}>
            <OutgoEquation />
          </Panel>
        )}
        <Panel
          title={t('remittances.title')}
          aside={may('payOut') && <Button onClick={() => setPlanning(true)}>{t('remittances.plan')}</Button>}
        >
          <div className="stack tight">
            <Filters search={search} />
            <List search={search} />
          </div>
        </Panel>
      </div>
      <Dialogs planning={isPlanning ? {} : undefined} onClose={() => setPlanning(false)} />
    </Page>
  );
}

function Filters({ search }: { readonly search: RemittancesSearch }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const go = (part: SearchChange<RemittancesSearch>): void =>
    void navigate({
      to: '/bank/remittances',
      search: changedSearch(search, { only: undefined, once: undefined, transfer: undefined, ...part }),
      replace: true,
    });
  return (
    <form className="row no-print" aria-label={t('remittances.filters')}>
      <Choice
        label={t('common.columns.state')}
        any={t('remittances.anyState')}
        values={REMITTANCE_STATES}
        wordOf={(state) => t(`remittances.states.${state}`)}
        value={search.state}
        onChange={(state) => go({ state })}
      />
      <Choice
        label={t('remittances.place')}
        any={t('remittances.anyPlace')}
        values={MONEY_PLACES}
        wordOf={(place) => t(`remittances.places.${place}`)}
        value={search.place}
        onChange={(place) => go({ place })}
      />
      {(['mine', 'all'] as const).map((only) => (
        <label key={only}>
          <input
            type="checkbox"
            checked={search[only] ?? false}
            onChange={({ target }) => go({ [only]: target.checked || undefined })}
          />{' '}
          {t(only === 'mine' ? 'waitingMoney.mine' : 'remittances.all')}
        </label>
      ))}
    </form>
  );
}

interface ChoiceProps<Value extends string> {
  readonly label: string;
  /** What it says when nothing is chosen. */
  readonly any: string;
  readonly values: readonly Value[];
  readonly wordOf: (value: Value) => string;
  readonly value: Value | undefined;
  readonly onChange: (value: Value | undefined) => void;
}

function Choice<Value extends string>({ label, any, values, wordOf, value, onChange }: ChoiceProps<Value>) {
  return (
    <label>
      <span className="soft small">{label}</span>
      <select value={value ?? ''} onChange={({ target }) => onChange(values.find((one) => one === target.value))}>
        <option value="">{any}</option>
        {values.map((one) => (
          <option key={one} value={one}>
            {wordOf(one)}
          </option>
        ))}
      </select>
    </label>
  );
}

/** What somebody has the ball of, unless something else was asked for. */
function List({ search }: { readonly search: RemittancesSearch }) {
  const { t } = useTranslation();
  const { id: ownerId } = useMe();
  const { state, place, mine, all, once, only, transfer } = search;
  const isAsked = state ?? all ?? only ?? transfer;
  const asked = {
    ...(state && { state }),
    ...((state ?? once) && { replaced: false }),
    ...(place && { place }),
    ...(mine && { ownerId }),
    ...(only !== undefined && { id: only }),
    ...(transfer !== undefined && { transferId: transfer }),
    ...(isAsked === undefined && { open: true }),
  };
  const query = api.useInfiniteQuery('get', '/remittances', { params: { query: { limit: 50, ...asked } } }, BY_CURSOR);
  return (
    <PagedRows query={query} lines={8} empty={t('remittances.empty')} stays>
      {(rows) => <Rows rows={rows} />}
    </PagedRows>
  );
}

/** A window that was open when the page went away opens again. */
function Rows({ rows }: { readonly rows: readonly Remittance[] }) {
  const begun = useBegun();
  const [acting, setActing] = useState(() =>
    rows
      .flatMap((row) => actsOn(row).map((act): Acting => ({ row, act })))
      .find(({ row, act }) => begun.isOpen(actForm(act), row.id)),
  );
  const [anew, setAnew] = useState(() => rows.find(({ id }) => begun.isOpen(PLAN_FORM, id)));
  const close = (): void => {
    setActing(undefined);
    setAnew(undefined);
  };
  return (
    <>
      {rows.length > 0 && <RemittanceTable rows={rows} onAct={setActing} onPayAnew={setAnew} />}
      <Dialogs acting={acting} planning={anew && { anew }} onClose={close} />
    </>
  );
}
