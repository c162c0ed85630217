import { useQueryClient } from '@tanstack/react-query';
import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../forms/form-dialog.tsx';
import { useFormDialog } from '../forms/use-form-dialog.ts';

/** Fields are called as in the contract, so that a refusal finds them. */
interface Values {
  readonly note: string;
}

interface SettleDialogProps {
  /** Of the draft that is kept of it. */
  readonly name: 'coreDifference' | 'platformDifference';
  readonly differenceId: string;
  /** What differs, what one does about it, and what is asked: each list has words of its own. */
  readonly title: string;
  readonly okText: string;
  readonly label: string;
  readonly send: (body: Values) => Promise<unknown>;
  readonly onClose: () => void;
}

/** What somebody found out about a difference with another program. */
export function SettleDialog({ name, differenceId, title, okText, label, send, onClose }: SettleDialogProps) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const dialog = useFormDialog({
    name,
    subject: differenceId,
    send,
    onSent: async () => {
      onClose();
      await queryClient.invalidateQueries();
    },
  });
  return (
    <FormDialog title={title} okText={okText} dialog={dialog} onClose={onClose}>
      <Form.Item
        name="note"
        label={label}
        rules={[{ required: true, whitespace: true, message: t('common.required') }]}
      >
        <Input.TextArea autoFocus rows={3} maxLength={500} />
      </Form.Item>
    </FormDialog>
  );
}
