import { Checkbox, Form, Input, Select, type FormInstance } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/types.ts';
import type { ContactValues } from './contact-values.ts';
import { IdentityFields } from './identity-fields.tsx';
import { PromiseFields } from './promise-fields.tsx';
import { useTopics } from './use-topics.ts';
import './contacts.css';

export const CHANNELS = [
  'window',
  'phone',
  'sms',
  'letter',
  'email',
  'portal',
  'visit',
] as const satisfies readonly Schemas['ContactChannel'][];
const DIRECTIONS = ['in', 'out'] as const satisfies readonly Schemas['Direction'][];
const OUTCOMES = [
  'solvedAtOnce',
  'promised',
  'referred',
  'nothingToDo',
] as const satisfies readonly Schemas['ContactOutcome'][];

interface ContactFieldsProps {
  readonly transferId: string | undefined;
  /** It is recorded how a promise was kept: to whom that was made. */
  readonly isKeeping: boolean;
  readonly form: FormInstance<ContactValues>;
}

export function ContactFields({ transferId, isKeeping, form }: ContactFieldsProps) {
  const { t } = useTranslation();
  const topics = useTopics();
  const outcome = Form.useWatch('outcome', form);
  const required = [{ required: true, message: t('common.required') }];
  const optional = (label: string): string => `${label} (${t('common.optional')})`;
  return (
    <>
      <div className="contact-fields">
        <Form.Item name="topic" label={t('contacts.topic')} rules={required} className="wide">
          <Select showSearch={{ optionFilterProp: 'label' }} options={[...topics.now]} />
        </Form.Item>
        <Form.Item name="channel" label={t('contacts.channel')} rules={required}>
          <Select options={CHANNELS.map((value) => ({ value, label: t(`contacts.channels.${value}`) }))} />
        </Form.Item>
        <Form.Item name="direction" label={t('contacts.direction')} rules={required}>
          <Select options={DIRECTIONS.map((value) => ({ value, label: t(`contacts.directions.${value}`) }))} />
        </Form.Item>
        <Form.Item name="outcome" label={t('contacts.outcome')} rules={required}>
          <Select options={OUTCOMES.map((value) => ({ value, label: t(`contacts.outcomes.${value}`) }))} />
        </Form.Item>
        <Form.Item name="consultation" valuePropName="checked" label={t('contacts.kind')}>
          <Checkbox>{t('contacts.consultation')}</Checkbox>
        </Form.Item>
        <Form.Item name="text" label={optional(t('contacts.text'))} className="wide">
          <Input.TextArea rows={2} maxLength={4000} dir="auto" />
        </Form.Item>
      </div>
      {outcome === 'promised' && <PromiseFields />}
      <details>
        <summary>{t('contacts.whom')}</summary>
        <div className="contact-fields">
          {transferId === undefined && !isKeeping && <Caller />}
          <Form.Item name="employer" label={optional(t('contacts.employer'))} className="wide">
            <Input autoComplete="off" maxLength={200} />
          </Form.Item>
          <IdentityFields transferId={transferId} form={form} />
        </div>
      </details>
    </>
  );
}

/** Whoever has this number; a newcomer by name and number. */
function Caller() {
  const { t } = useTranslation();
  const optional = (label: string): string => `${label} (${t('common.optional')})`;
  return (
    <>
      <Form.Item name={['caller', 'idNumber']} label={optional(t('accept.idNumber'))}>
        <Input className="number" autoComplete="off" spellCheck={false} maxLength={20} />
      </Form.Item>
      <Form.Item name={['caller', 'name']} label={optional(t('accept.name'))}>
        <Input autoComplete="off" maxLength={100} />
      </Form.Item>
      <Form.Item name={['caller', 'mobile']} label={optional(t('transfer.about.mobile'))}>
        <Input className="number" autoComplete="off" maxLength={30} />
      </Form.Item>
    </>
  );
}
