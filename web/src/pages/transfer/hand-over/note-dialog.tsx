import { useQueryClient } from '@tanstack/react-query';
import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { bodyOf, client } from '../../../api/client.ts';
import { FormDialog } from '../../../forms/form-dialog.tsx';
import { useFormDialog } from '../../../forms/use-form-dialog.ts';
import { NOTE } from './note-form.ts';

interface NoteDialogProps {
  readonly transferId: string;
  readonly onClose: () => void;
  readonly onSent: () => void;
}

export function NoteDialog({ transferId, onClose, onSent }: NoteDialogProps) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const dialog = useFormDialog({
    name: NOTE,
    subject: transferId,
    send: async ({ text }: { text?: string }, key) =>
      bodyOf(
        await client.POST('/transfers/{id}/hand-over-notes', {
          params: { path: { id: transferId }, header: { 'Idempotency-Key': key } },
          body: { text: text ?? '' },
        }),
      ),
    onSent: async () => {
      onClose();
      onSent();
      await queryClient.invalidateQueries();
    },
  });
  return (
    <FormDialog
      title={t('colleagues.notes.write')}
      okText={t('colleagues.notes.send')}
      dialog={dialog}
      onClose={onClose}
    >
      <Form.Item name="text" label={t('colleagues.notes.text')} extra={t('colleagues.notes.hint')}>
        <Input.TextArea rows={5} maxLength={2000} showCount />
      </Form.Item>
    </FormDialog>
  );
}
