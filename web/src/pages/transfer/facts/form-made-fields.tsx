import { Checkbox, Form, Input } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client.ts';
import { useOfficeDate } from '../../../api/queries.ts';
import type { Schemas } from '../../../api/types.ts';
import { DayField } from '../../../components/day-field.tsx';
import { Yuan } from '../../../components/time.tsx';
import { Loaded } from '../../../components/loaded.tsx';
import { FindingList } from '../../../info-form/finding-list.tsx';
import { LINES } from '../../../../../domain/forms/info-form-lines.ts';
import { formatYuan } from '../../../../../domain/money/money.ts';
import type { FactFieldsProps } from './fact-fields-props.ts';
import { YuanField } from './yuan-field.tsx';

const TYPED = ['accountTotalFen', 'pooledFundFen', 'totalFen'] as const;

/** Our form: the one that follows from the rows of contributions, looked at before it is signed; lines ④ to ⑥ alone where there are none. */
export function FormMadeFields({ transfer }: FactFieldsProps) {
  const { t } = useTranslation();
  const today = useOfficeDate();
  const transferredOn = (Form.useWatch('transferredOn') as string | undefined) ?? today;
  const temporaryAccount = Form.useWatch('temporaryAccount') === true;
  const query = api.useQuery(
    'get',
    '/transfers/{id}/contributions',
    {
      params: {
        path: { id: transfer.id },
        query: { ...(transferredOn !== undefined && { transferredOn }), ...(temporaryAccount && { temporaryAccount }) },
      },
    },
    { placeholderData: (before) => before },
  );
  return (
    <>
      <Form.Item name="formNo" label={`${t('infoForm.formNo')} (${t('common.optional')})`}>
        <Input autoComplete="off" maxLength={24} className="number" />
      </Form.Item>
      <Form.Item name="transferredOn" label={t('infoForm.transferredOn')} {...(today && { initialValue: today })}>
        <DayField always max={today} />
      </Form.Item>
      <Form.Item name="temporaryAccount" valuePropName="checked">
        <Checkbox>{t('infoForm.temporaryAccount')}</Checkbox>
      </Form.Item>
      <Loaded query={query} lines={4}>
        {(contributions) => <Ours contributions={contributions} />}
      </Loaded>
    </>
  );
}

function Ours({
  contributions: { form, findings, notTransferable },
}: {
  readonly contributions: Schemas['Contributions'];
}) {
  const { t } = useTranslation();
  return (
    <>
      {notTransferable.map(({ paidOn, months, reasons }) => (
        <p key={paidOn} className="verdict warn">
          {t('core.rows.stays', { months, day: paidOn })}
          {': '}
          {reasons.map((reason) => t(`core.reasons.${reason}`)).join(' · ')}
        </p>
      ))}
      {findings.length > 0 && <FindingList title={t('transfer.forms.flags')} findings={findings} />}
      {form ? <Computed form={form} /> : <Typed />}
    </>
  );
}

/** Nothing of it is typed: what the core system knows is signed as it is, or corrected there. */
function Computed({ form }: { readonly form: Schemas['ComputedInfoForm'] }) {
  const { t } = useTranslation();
  const values = Form.useFormInstance();
  const { accountTotalFen, pooledFundFen, totalFen, years } = form;
  useEffect(() => {
    const lines = { accountTotalFen, pooledFundFen, totalFen };
    const typed = TYPED.map((line) => [line, formatYuan(lines[line])]);
    values.setFieldsValue({ ...Object.fromEntries(typed), fromContributions: 'rows' });
  }, [values, accountTotalFen, pooledFundFen, totalFen]);
  return (
    <>
      <p className="soft">{t('facts.ours.fromRows')}</p>
      {[...TYPED, 'fromContributions'].map((name) => (
        <Form.Item key={name} name={name} hidden>
          <input type="hidden" />
        </Form.Item>
      ))}
      <dl className="pairs numbers">
        {LINES.map((line, index) => (
          <Line key={line} title={t(`infoForm.line${String(index + 1) as '1'}`)} fen={form[line]} />
        ))}
      </dl>
      <p className="soft small">
        {t('transfer.forms.years')}: {years.length}
      </p>
    </>
  );
}

function Line({ title, fen }: { readonly title: string; readonly fen: number }) {
  return (
    <>
      <dt>{title}</dt>
      <dd>
        <Yuan fen={fen} />
      </dd>
    </>
  );
}

function Typed() {
  const { t } = useTranslation();
  const values = Form.useFormInstance();
  useEffect(() => values.setFieldValue('fromContributions', undefined), [values]);
  return (
    <>
      <p className="soft">{t('facts.ours.noRows')}</p>
      {TYPED.map((line) => (
        <YuanField key={line} line={line} least={0} />
      ))}
    </>
  );
}
