import { Checkbox, Form, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { DayField } from '../../components/day-field.tsx';
import { useOfficeDate } from '../../api/queries.ts';
import { PROOFS } from '../../../../domain/persons/application.ts';

/** What decides for everybody; the rest is asked for where the office says that it decides. */
const ALWAYS = ['localHukou', 'insuredHere', 'drawsPension'] as const;

/** What is asked at the counter. Nothing is answered beforehand: an answer that nobody gave would decide. */
export function AnswerFields() {
  const { t } = useTranslation();
  const today = useOfficeDate();
  return (
    <div className="fields">
      {ALWAYS.map((name) => (
        <YesNo key={name} name={name} required />
      ))}
      <YesNo name="benefitPlaceHere" />
      <Form.Item
        name="firstInsuredHereOn"
        label={t('accept.firstInsuredHereOn')}
        extra={t('accept.firstInsuredHereHint')}
      >
        <DayField max={today} />
      </Form.Item>
      <Form.Item name="proofs" label={t('accept.proofs')}>
        <Checkbox.Group options={PROOFS.map((proof) => ({ value: proof, label: t(`accept.proof.${proof}`) }))} />
      </Form.Item>
      <Form.Item name="approvedMove" valuePropName="checked">
        <Checkbox>{t('accept.approvedMove')}</Checkbox>
      </Form.Item>
      <Form.Item name="migrantWorker" valuePropName="checked">
        <Checkbox>{t('accept.migrantWorker')}</Checkbox>
      </Form.Item>
    </div>
  );
}

interface YesNoProps {
  readonly name: (typeof ALWAYS)[number] | 'benefitPlaceHere';
  readonly required?: boolean;
}

/** Reached by Tab, answered by the arrow keys. */
function YesNo({ name, required = false }: YesNoProps) {
  const { t } = useTranslation();
  return (
    <Form.Item
      name={name}
      label={required ? t(`accept.${name}`) : `${t(`accept.${name}`)} (${t('common.optional')})`}
      {...(required && { rules: [{ required, message: t('accept.ask') }] })}
    >
      <Radio.Group
        // A label of the form names one field; each answer of a group needs the question.
        aria-label={t(`accept.${name}`)}
        options={[
          { value: true, label: t('common.yes') },
          { value: false, label: t('common.no') },
        ]}
      />
    </Form.Item>
  );
}
