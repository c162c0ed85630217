import { useQueryClient } from '@tanstack/react-query';
import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { bodyOf, client } from '../../api/client.ts';
import type { Task } from '../../api/types.ts';
import { FormDialog } from '../../forms/form-dialog.tsx';
import { useFormDialog } from '../../forms/use-form-dialog.ts';
import { showAnswer } from './show-answer.ts';
import { invalidateTransfer } from './invalidate-transfer.ts';

export interface TaskClosingProps {
  readonly task: Pick<Task, 'id' | 'kind' | 'transferId'>;
  readonly onClose: () => void;
}

interface Values {
  readonly note: string;
}

/** Closes a duty that no fact closes, with a word on what was done. */
export function TaskClosing({ task, onClose }: TaskClosingProps) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const dialog = useFormDialog({
    name: 'taskClosing',
    subject: task.id,
    send: async (body: Values) =>
      bodyOf(await client.POST('/tasks/{id}/closing', { params: { path: { id: task.id } }, body })),
    onSent: async (closed) => {
      if (task.transferId !== null) {
        showAnswer(queryClient, task.transferId, ({ tasks }) => ({
          tasks: tasks.map((one) => (one.id === closed.id ? closed : one)),
        }));
      }
      onClose();
      if (task.transferId !== null) await invalidateTransfer(queryClient, task.transferId);
      else await queryClient.invalidateQueries();
    },
  });
  return (
    <FormDialog
      title={t(`taskKinds.${task.kind}`)}
      okText={t('transfer.tasks.closing')}
      dialog={dialog}
      onClose={onClose}
    >
      <Form.Item
        name="note"
        label={t('transfer.tasks.note')}
        rules={[{ required: true, message: t('common.required') }]}
      >
        <Input.TextArea rows={3} maxLength={500} />
      </Form.Item>
    </FormDialog>
  );
}
