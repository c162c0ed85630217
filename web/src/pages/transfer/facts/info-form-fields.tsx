import { Button, Checkbox, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useInterestRates, useMe, useOfficeDate } from '../../../api/queries.ts';
import { DayField } from '../../../components/day-field.tsx';
import { formatYuan } from '../../../../../domain/money/money.ts';
import { LINES, type Line } from '../../../../../domain/forms/info-form-lines.ts';
import { fenOf } from '../../../format/fen.ts';
import { FindingList } from './finding-list.tsx';
import { findingsOf, identities, takesTwo, type FormContext, type InfoFormDraft } from './info-form-draft.ts';
import type { FactFieldsProps } from './fact-fields-props.ts';
import { InfoFormYears } from './info-form-years.tsx';
import { sampleInfoForm } from './sample-info-form.ts';
import type { FormName } from './fact-values.ts';
import { refuseAmount } from './refuse-amount.ts';

/** The form ①–⑥ with its yearly rows, checked while one types. What does not add up is shown and still recorded. */
export function InfoFormFields({ transfer }: Pick<FactFieldsProps, 'transfer'>) {
  return <FiguresOfForm transfer={transfer} at="form" />;
}

interface FiguresProps extends Pick<FactFieldsProps, 'transfer'> {
  /** Under which name the fact has it. */
  readonly at: FormName;
}

export function FiguresOfForm({ transfer, at }: FiguresProps) {
  const { t } = useTranslation();
  const me = useMe();
  const interestRates = useInterestRates();
  const officeDate = useOfficeDate();
  const form = Form.useFormInstance();
  const draft: InfoFormDraft = (Form.useWatch(at, form) as InfoFormDraft | undefined) ?? {};
  return (
    <div className="info-form stack tight">
      {at === 'form' && me.practice && officeDate !== undefined && (
        <Button
          size="small"
          className="sample"
          onClick={() => form.setFieldsValue({ form: sampleInfoForm(officeDate, interestRates) })}
        >
          {t('infoForm.sample')}
        </Button>
      )}
      <div className="form-head">
        <Form.Item name={[at, 'formNo']} label={`${t('infoForm.formNo')} (${t('common.optional')})`}>
          <Input maxLength={24} autoComplete="off" />
        </Form.Item>
        <Form.Item name={[at, 'receivedOn']} label={`${t('infoForm.receivedOn')} (${t('common.optional')})`}>
          <DayField max={officeDate} />
        </Form.Item>
        <Form.Item name={[at, 'transferredOn']} label={`${t('infoForm.transferredOn')} (${t('common.optional')})`}>
          <DayField max={officeDate} />
        </Form.Item>
        <Form.Item name={[at, 'temporaryAccount']} valuePropName="checked" label={t('infoForm.kind')}>
          <Checkbox>{t('infoForm.temporaryAccount')}</Checkbox>
        </Form.Item>
      </div>
      <fieldset>
        <legend>{t('infoForm.sums')}</legend>
        <div className="form-lines">
          {LINES.map((line, index) => (
            <AmountLine key={line} at={at} line={line} number={index + 1} draft={draft} />
          ))}
        </div>
      </fieldset>
      <fieldset>
        <legend>{t('infoForm.years')}</legend>
        <InfoFormYears at={at} />
      </fieldset>
      {takesTwo(draft) && <p className="soft">{t('infoForm.takesTwo')}</p>}
      {officeDate !== undefined && (
        <Checks draft={draft} context={{ officeDate, interestRates, areaCode: transfer.counterpart.areaCode }} />
      )}
    </div>
  );
}

interface AmountLineProps {
  readonly at: FormName;
  readonly line: Line;
  readonly number: number;
  readonly draft: InfoFormDraft;
}

function AmountLine({ at, line, number, draft }: AmountLineProps) {
  const { t } = useTranslation();
  const identity = identities(draft).find((sum) => sum.line === line);
  const holds = identity?.differenceFen === 0;
  return (
    <Form.Item
      name={[at, line]}
      label={t(`infoForm.line${String(number) as '1'}`)}
      validateTrigger="onBlur"
      rules={[{ validator: (_, text: string | undefined) => refuseAmount(text, t('infoForm.amount')) }]}
      {...(identity && {
        extra: (
          <span role="status" className={holds ? 'identity good' : 'identity late'}>
            {holds
              ? t('infoForm.identityHolds')
              : t('infoForm.identityFails', { amount: formatYuan(identity.differenceFen, { grouped: true }) })}
          </span>
        ),
      })}
    >
      <Input inputMode="decimal" autoComplete="off" className="number" />
    </Form.Item>
  );
}

function Checks({ draft, context }: { readonly draft: InfoFormDraft; readonly context: FormContext }) {
  const { t } = useTranslation();
  const filled = LINES.every((line) => fenOf(draft[line]) !== undefined) && (draft.years?.length ?? 0) > 0;
  if (!filled) return null;
  const findings = findingsOf(draft, context);
  if (findings.length === 0) return <p className="verdict good">{t('infoForm.checksFine')}</p>;
  return (
    <div role="status" className="stack tight">
      <FindingList title={t('infoForm.checksTitle')} findings={findings} />
      <p className="soft small">{t('infoForm.checksHint')}</p>
    </div>
  );
}
