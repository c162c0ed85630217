import { Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/types.ts';
import { MinuteField } from '../components/day-field.tsx';

const BY = ['phone', 'sms', 'letter', 'window'] as const satisfies readonly Schemas['NewPromise']['channel'][];

/** What somebody was promised, and until when: it becomes a task of whoever promises. */
export function PromiseFields() {
  const { t } = useTranslation();
  const required = [{ required: true, message: t('common.required') }];
  const optional = (label: string): string => `${label} (${t('common.optional')})`;
  return (
    <div className="contact-fields">
      <Form.Item name={['promise', 'dueAt']} label={t('contacts.promise.dueAt')} rules={required}>
        <MinuteField />
      </Form.Item>
      <Form.Item name={['promise', 'channel']} label={t('contacts.promise.channel')} rules={required}>
        <Select options={BY.map((value) => ({ value, label: t(`contacts.channels.${value}`) }))} />
      </Form.Item>
      <Form.Item name={['promise', 'phone']} label={optional(t('contacts.promise.phone'))}>
        <Input className="number" autoComplete="off" maxLength={30} />
      </Form.Item>
      <Form.Item name={['promise', 'text']} label={optional(t('contacts.promise.text'))} className="wide">
        <Input autoComplete="off" maxLength={1000} dir="auto" />
      </Form.Item>
    </div>
  );
}
