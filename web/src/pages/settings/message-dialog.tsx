import { useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { FIELD_WORDS, neededFields } from '../../../../domain/notices/template.ts';
import { bodyOf, client } from '../../api/client.ts';
import { useOfficeDate } from '../../api/queries.ts';
import type { Schemas } from '../../api/types.ts';
import { DayField } from '../../components/day-field.tsx';
import { FormDialog } from '../../forms/form-dialog.tsx';
import { useFormDialog } from '../../forms/use-form-dialog.ts';
import { MessagePreview } from './message-preview.tsx';

export type Message = Schemas['MessageTemplates']['items'][number];

interface MessageDialogProps {
  readonly message: Message;
  readonly onClose: () => void;
  readonly onSent: () => void;
}

/** Fields are called as in the contract, so that a refusal finds them. */
interface Values {
  readonly text?: string;
  readonly fromDay?: string;
}

/** Worded anew from a day on, read as it will be read while it is typed. */
export function MessageDialog({ message, onClose, onSent }: MessageDialogProps) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const today = useOfficeDate();
  const { kind, language, standard, now } = message;
  const dialog = useFormDialog({
    name: 'messageTemplate',
    subject: `${kind}:${language}`,
    send: async ({ text = '', fromDay = '' }: Values) =>
      bodyOf(await client.PUT('/message-templates', { body: { kind, language, text, fromDay } })),
    onSent: async () => {
      onClose();
      onSent();
      await queryClient.invalidateQueries();
    },
  });
  const text = Form.useWatch('text', dialog.form) ?? '';
  const fields = neededFields(kind).map((field) => `{${FIELD_WORDS[language][field]}}`);
  return (
    <FormDialog
      title={`${t(`messages.kinds.${kind}`)} · ${t(`messages.languages.${language}`)}`}
      okText={t('settings.save')}
      width={680}
      dialog={dialog}
      initialValues={{ text: now?.text ?? standard, ...(today !== undefined && { fromDay: today }) }}
      onClose={onClose}
    >
      <Form.Item
        name="text"
        label={t('messages.text')}
        extra={t('messages.fields', { fields: fields.join(' ') })}
        rules={[{ required: true, whitespace: true, message: t('common.required') }]}
      >
        <Input.TextArea rows={4} maxLength={1000} autoFocus />
      </Form.Item>
      <MessagePreview kind={kind} language={language} text={text} />
      {text !== standard && (
        <p>
          <Button size="small" onClick={() => dialog.form.setFieldValue('text', standard)}>
            {t('messages.takeStandard')}
          </Button>
        </p>
      )}
      <Form.Item name="fromDay" label={t('messages.fromDay')} extra={t('messages.fromDayHint')}>
        <DayField {...(today !== undefined && { min: today })} />
      </Form.Item>
    </FormDialog>
  );
}
