import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Form, Input, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { bodyOf, client } from '../../api/client.ts';
import type { Task } from '../../api/types.ts';
import { useRefusal } from '../../forms/use-refusal.tsx';
import { invalidateTransfer } from './invalidate-transfer.ts';

interface TaskClosingProps {
  readonly task: Task;
  readonly onClose: () => void;
}

interface Values {
  readonly note: string;
}

/** Closes a duty that no fact closes, with a word on what was done. */
export function TaskClosing({ task, onClose }: TaskClosingProps) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const [form] = Form.useForm<Values>();
  const refusal = useRefusal(form);
  const close = useMutation({
    mutationFn: async (body: Values) =>
      bodyOf(await client.POST('/tasks/{id}/closing', { params: { path: { id: task.id } }, body })),
    onMutate: refusal.clear,
    onError: refusal.show,
    onSuccess: async () => {
      onClose();
      if (task.transferId !== null) await invalidateTransfer(queryClient, task.transferId);
    },
  });
  return (
    <Modal
      open
      title={t(`taskKinds.${task.kind}`)}
      okText={t('transfer.tasks.closing')}
      confirmLoading={close.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      {refusal.notice}
      <Form form={form} layout="vertical" requiredMark={false} onFinish={close.mutate} onValuesChange={refusal.changed}>
        <Form.Item
          name="note"
          label={t('transfer.tasks.note')}
          rules={[{ required: true, message: t('common.required') }]}
        >
          <Input.TextArea rows={3} maxLength={500} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
