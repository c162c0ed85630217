import { useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { bodyOf, client } from '../../api/client.ts';
import { oneByOne, type Done } from '../../api/one-by-one.ts';
import type { Task } from '../../api/types.ts';
import { Dialog } from '../../components/dialog.tsx';
import { FormDialog } from '../../forms/form-dialog.tsx';
import { useFormDialog } from '../../forms/use-form-dialog.ts';
import { CLOSE_TASKS } from './close-tasks.ts';
import { DoneList } from './done-list.tsx';

interface CloseTasksDialogProps {
  readonly tasks: readonly Task[];
  readonly onClose: () => void;
  readonly onDone: () => void;
}

interface Values {
  readonly note: string;
}

/** Several of one kind, each closed with the same sentence; what is refused of one is told beside it. */
export function CloseTasksDialog({ tasks: picked, onClose, onDone }: CloseTasksDialogProps) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  // Meant are those that were picked, whichever the list shows meanwhile.
  const [tasks] = useState(picked);
  const told = useRef<Done<Task>[]>([]);
  const [done, setDone] = useState<readonly Done<Task>[]>();
  const dialog = useFormDialog({
    name: 'taskClosing',
    subject: CLOSE_TASKS,
    // Sent again after the line was cut, it goes on with those that were not answered.
    send: async (body: Values) => {
      const left = tasks.filter((task) => !told.current.some(({ row }) => row === task));
      await oneByOne(
        left,
        async ({ id }) => bodyOf(await client.POST('/tasks/{id}/closing', { params: { path: { id } }, body })),
        (one) => told.current.push(one),
      );
    },
    onSent: async () => {
      setDone(told.current);
      await queryClient.invalidateQueries();
    },
  });
  const [{ kind } = { kind: 'lateFact' as const }] = tasks;
  const names = tasks.map(({ id, caseNo }) => caseNo ?? id.slice(0, 8));
  if (done) {
    const close = (): void => {
      onDone();
      onClose();
    };
    return (
      <Dialog
        title={t(`taskKinds.${kind}`)}
        onClose={close}
        footer={<Button onClick={close}>{t('common.close')}</Button>}
      >
        <DoneList
          done={done}
          nameOf={({ id, caseNo }) => caseNo ?? id.slice(0, 8)}
          text={(count) => t('myWork.close.done', { count })}
        />
      </Dialog>
    );
  }
  return (
    <FormDialog
      title={t('myWork.close.title', { kind: t(`taskKinds.${kind}`), count: tasks.length })}
      okText={t('myWork.close.button', { count: tasks.length })}
      dialog={dialog}
      onClose={onClose}
    >
      <p className="soft">{t('myWork.close.text')}</p>
      <p className="number">{names.join(' · ')}</p>
      <Form.Item
        name="note"
        label={t('transfer.tasks.note')}
        rules={[{ required: true, whitespace: true, message: t('common.required') }]}
      >
        <Input.TextArea rows={3} maxLength={500} />
      </Form.Item>
    </FormDialog>
  );
}
