import { useQueryClient } from '@tanstack/react-query';
import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { bodyOf, client } from '../../api/client.ts';
import type { Schemas } from '../../api/types.ts';
import { FormDialog } from '../../forms/form-dialog.tsx';
import { useFormDialog } from '../../forms/use-form-dialog.ts';

interface SettleDialogProps {
  readonly difference: Schemas['PlatformDifference'];
  readonly onClose: () => void;
}

/** Fields are called as in the contract, so that a refusal finds them. */
interface Values {
  readonly note: string;
}

export function SettleDialog({ difference, onClose }: SettleDialogProps) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const { id, kind } = difference;
  const dialog = useFormDialog({
    name: 'platformDifference',
    subject: id,
    send: async (body: Values) =>
      bodyOf(await client.POST('/platform-differences/{id}/settling', { params: { path: { id } }, body })),
    onSent: async () => {
      onClose();
      await queryClient.invalidateQueries();
    },
  });
  return (
    <FormDialog title={t(`platform.kinds.${kind}`)} okText={t('platform.settle')} dialog={dialog} onClose={onClose}>
      <Form.Item
        name="note"
        label={t('platform.note')}
        rules={[{ required: true, whitespace: true, message: t('common.required') }]}
      >
        <Input.TextArea autoFocus rows={3} maxLength={500} />
      </Form.Item>
    </FormDialog>
  );
}
