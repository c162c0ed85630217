import { Form, Input } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { clockQuery } from '../../../api/clock-query.ts';
import { MinuteField } from '../../../components/day-field.tsx';
import { inputOfInstant } from '../../../format/day.ts';

/** Of every fact: when it happened, unless now, and a note. */
export function CommonFields({ noteRequired }: { readonly noteRequired: boolean }) {
  const { t } = useTranslation();
  const { data: clock } = useQuery(clockQuery());
  return (
    <>
      <Form.Item
        name="note"
        label={noteRequired ? t('facts.note') : `${t('facts.note')} (${t('common.optional')})`}
        extra={t('facts.noteHint')}
        rules={noteRequired ? [{ required: true, whitespace: true, message: t('common.required') }] : []}
      >
        <Input.TextArea rows={3} maxLength={2000} />
      </Form.Item>
      <Form.Item
        name="occurredAt"
        label={`${t('facts.occurredAt')} (${t('common.optional')})`}
        extra={t('facts.occurredAtHint')}
      >
        <MinuteField max={clock && inputOfInstant(clock.officeNow)} />
      </Form.Item>
    </>
  );
}
