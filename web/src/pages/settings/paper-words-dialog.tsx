import { useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { bodyOf, client } from '../../api/client.ts';
import { useOfficeDate } from '../../api/queries.ts';
import type { Schemas } from '../../api/types.ts';
import { useSending } from '../../api/use-sending.ts';
import { DayField } from '../../components/day-field.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { showPdf } from '../../documents/open-file.ts';
import { pdfOf } from '../../documents/pdf-of.ts';
import { FormDialog } from '../../forms/form-dialog.tsx';
import { useFormDialog } from '../../forms/use-form-dialog.ts';

export type PaperWords = Schemas['DocumentTemplates']['items'][number];

interface PaperWordsDialogProps {
  readonly template: PaperWords;
  readonly onClose: () => void;
  readonly onSent: () => void;
}

/** Fields are called as in the contract, so that a refusal finds them. */
interface Values {
  readonly words?: Readonly<Record<string, string>>;
  readonly fromDay?: string;
}

/** What is as the program words it stays with the program: only what differs is the office's own. */
const ownOf = (standard: Readonly<Record<string, string>>, words: Readonly<Record<string, string>> = {}) =>
  Object.fromEntries(Object.entries(words).filter(([block, text]) => text !== standard[block]));

/** Block by block, with what may stand in braces, looked at as the paper it becomes. */
export function PaperWordsDialog({ template, onClose, onSent }: PaperWordsDialogProps) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const today = useOfficeDate();
  const { kind, standard, now, fields, needed } = template;
  const dialog = useFormDialog({
    name: 'documentTemplate',
    subject: kind,
    send: async ({ words, fromDay = '' }: Values) =>
      bodyOf(await client.PUT('/document-templates', { body: { kind, fromDay, words: ownOf(standard, words) } })),
    onSent: async () => {
      onClose();
      onSent();
      await queryClient.invalidateQueries();
    },
  });
  const preview = useSending({
    mutationFn: () => {
      const { words } = dialog.form.getFieldsValue();
      const body = { kind, words: ownOf(standard, words) };
      return pdfOf(client.POST('/document-templates/preview', { body, parseAs: 'blob' }));
    },
    onSuccess: (bytes) => showPdf(bytes, kind),
  });
  return (
    <FormDialog
      title={t(`documents.kinds.${kind}`)}
      okText={t('settings.save')}
      width={760}
      dialog={dialog}
      initialValues={{ words: { ...standard, ...now?.words }, ...(today !== undefined && { fromDay: today }) }}
      onClose={onClose}
    >
      <p className="soft">{t('messages.fields', { fields: fields.map((field) => `{${field}}`).join(' ') })}</p>
      {Object.keys(standard).map((block, index) => (
        <Form.Item
          key={block}
          name={['words', block]}
          label={t('documents.words.block', { number: index + 1 })}
          extra={(needed[block] ?? []).map((field) => `{${field}}`).join(' ')}
        >
          <Input.TextArea rows={4} maxLength={2000} lang="zh-CN" />
        </Form.Item>
      ))}
      <p>
        <Button size="small" loading={preview.isPending} onClick={() => preview.mutate()}>
          {t('documents.preview')}
        </Button>
      </p>
      {preview.isError && <ProblemNotice error={preview.error} />}
      <Form.Item name="fromDay" label={t('messages.fromDay')}>
        <DayField {...(today !== undefined && { min: today })} />
      </Form.Item>
    </FormDialog>
  );
}
