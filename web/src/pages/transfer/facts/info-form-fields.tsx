import { Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useMe, useOfficeDate } from '../../../api/queries.ts';
import { DayField } from '../../../components/day-field.tsx';
import { formatYuan } from '../../../../../domain/money/money.ts';
import { FindingList } from './finding-list.tsx';
import { fenOf, findingsOf, identities, LINES, type InfoFormDraft, type Line } from './info-form-draft.ts';
import { InfoFormYears } from './info-form-years.tsx';
import { sampleInfoForm } from './sample-info-form.ts';
import { refuseAmount } from './refuse-amount.ts';

/** The form ①–⑥ with its yearly rows, checked while one types. What does not add up is shown and still recorded. */
export function InfoFormFields() {
  const { t } = useTranslation();
  const { practice } = useMe();
  const officeDate = useOfficeDate();
  const form = Form.useFormInstance();
  const draft: InfoFormDraft = (Form.useWatch('form', form) as InfoFormDraft | undefined) ?? {};
  return (
    <div className="info-form stack tight">
      {practice && officeDate !== undefined && (
        <Button
          size="small"
          className="sample"
          onClick={() => form.setFieldsValue({ form: sampleInfoForm(officeDate) })}
        >
          {t('infoForm.sample')}
        </Button>
      )}
      <div className="form-head">
        <Form.Item name={['form', 'formNo']} label={`${t('infoForm.formNo')} (${t('common.optional')})`}>
          <Input maxLength={24} autoComplete="off" />
        </Form.Item>
        <Form.Item name={['form', 'receivedOn']} label={`${t('infoForm.receivedOn')} (${t('common.optional')})`}>
          <DayField max={officeDate} />
        </Form.Item>
      </div>
      <fieldset>
        <legend>{t('infoForm.sums')}</legend>
        <div className="form-lines">
          {LINES.map((line, index) => (
            <AmountLine key={line} line={line} number={index + 1} draft={draft} />
          ))}
        </div>
      </fieldset>
      <fieldset>
        <legend>{t('infoForm.years')}</legend>
        <InfoFormYears />
      </fieldset>
      {officeDate !== undefined && <Checks draft={draft} officeDate={officeDate} />}
    </div>
  );
}

interface AmountLineProps {
  readonly line: Line;
  readonly number: number;
  readonly draft: InfoFormDraft;
}

function AmountLine({ line, number, draft }: AmountLineProps) {
  const { t } = useTranslation();
  const identity = identities(draft).find((sum) => sum.line === line);
  const holds = identity?.differenceFen === 0;
  return (
    <Form.Item
      name={['form', line]}
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

function Checks({ draft, officeDate }: { readonly draft: InfoFormDraft; readonly officeDate: string }) {
  const { t } = useTranslation();
  const filled = LINES.every((line) => fenOf(draft[line]) !== undefined) && (draft.years?.length ?? 0) > 0;
  if (!filled) return null;
  const findings = findingsOf(draft, officeDate);
  if (findings.length === 0) return <p className="verdict good">{t('infoForm.checksFine')}</p>;
  return (
    <div role="status" className="stack tight">
      <FindingList title={t('infoForm.checksTitle')} findings={findings} />
      <p className="soft small">{t('infoForm.checksHint')}</p>
    </div>
  );
}
