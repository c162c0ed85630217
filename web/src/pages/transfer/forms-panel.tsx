import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/types.ts';
import { DataTable } from '../../components/data-table.tsx';
import { Empty, Panel } from '../../components/panel.tsx';
import { Day, Yuan } from '../../components/time.tsx';
import { FindingList } from '../../info-form/finding-list.tsx';
import { LINES } from '../../../../domain/forms/info-form-lines.ts';

type InfoForm = Schemas['InfoForm'];

/** Of those that came the valid one, and our own. */
const HOLDS: readonly InfoForm['state'][] = ['received', 'issued'];

export function FormsPanel({ forms }: { readonly forms: readonly InfoForm[] }) {
  const { t } = useTranslation();
  return (
    <Panel title={t('transfer.forms.title')}>
      {forms.length === 0 ? (
        <Empty>{t('transfer.forms.empty')}</Empty>
      ) : (
        <ul className="plain cards">
          {forms.map((form) => (
            <li key={form.id}>
              <FormCard form={form} />
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

function FormCard({ form }: { readonly form: InfoForm }) {
  const { t } = useTranslation();
  return (
    <article className="stack tight">
      <div className="row spread">
        <span>
          <strong className="number">{form.formNo}</strong>{' '}
          <span className="soft">
            {t(form.state === 'issued' ? 'formStates.issued' : 'transfer.forms.received')} <Day on={form.receivedOn} />
            {form.transferredOn && (
              <>
                {' · '}
                {t('infoForm.transferredOn')} <Day on={form.transferredOn} />
              </>
            )}
            {form.temporaryAccount && ` · ${t('infoForm.temporaryAccount')}`}
          </span>
        </span>
        <span className={`badge ${HOLDS.includes(form.state) ? 'good' : ''}`}>{t(`formStates.${form.state}`)}</span>
      </div>
      <dl className="pairs numbers">
        {LINES.map((line, index) => (
          <FormLine key={line} number={index + 1} fen={form[line]} />
        ))}
      </dl>
      {form.movable.excessFen > 0 && (
        <p className="soft">
          {t('transfer.forms.movable')} <Yuan fen={form.movable.principalFen} /> · {t('transfer.forms.excess')}{' '}
          <Yuan fen={form.movable.excessFen} />
        </p>
      )}
      {form.flags.length === 0 ? (
        <p className="verdict good">{t('transfer.forms.clean')}</p>
      ) : (
        <FindingList title={t('transfer.forms.flags')} findings={form.flags} />
      )}
      <details>
        <summary>
          {t('transfer.forms.years')} ({form.years.length})
        </summary>
        <Years years={form.years} />
      </details>
    </article>
  );
}

function FormLine({ number, fen }: { readonly number: number; readonly fen: number }) {
  const { t } = useTranslation();
  return (
    <>
      <dt>{t(`infoForm.line${String(number) as '1'}`)}</dt>
      <dd>
        <Yuan fen={fen} />
      </dd>
    </>
  );
}

function Years({ years }: { readonly years: InfoForm['years'] }) {
  const { t } = useTranslation();
  const money = (key: 'baseFen' | 'creditedFen' | 'interestFen' | 'balanceFen', title: string) => ({
    key,
    title,
    right: true,
    render: (year: InfoForm['years'][number]) => (year[key] === null ? '—' : <Yuan fen={year[key] ?? 0} />),
  });
  return (
    <DataTable
      caption={t('transfer.forms.years')}
      rows={years}
      rowKey={({ year, fromMonth, toMonth, areaCode }) => [year, fromMonth, toMonth, areaCode].join(' ')}
      columns={[
        { key: 'span', title: t('infoForm.from'), render: spanOf },
        { key: 'months', title: t('infoForm.months'), right: true, render: ({ months }) => months },
        money('baseFen', t('infoForm.base')),
        money('creditedFen', t('infoForm.credited')),
        money('interestFen', t('infoForm.interest')),
        money('balanceFen', t('infoForm.balance')),
      ]}
    />
  );
}

/** A year that is listed for its interest only has no months. */
const spanOf = ({ year, fromMonth, toMonth }: InfoForm['years'][number]): string =>
  fromMonth && toMonth ? `${fromMonth}–${toMonth}` : String(year ?? '');
