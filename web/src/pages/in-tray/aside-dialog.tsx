import { useQueryClient } from '@tanstack/react-query';
import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { bodyOf, client } from '../../api/client.ts';
import type { Schemas } from '../../api/types.ts';
import { FormDialog } from '../../forms/form-dialog.tsx';
import { useFormDialog } from '../../forms/use-form-dialog.ts';

interface AsideDialogProps {
  readonly paper: Schemas['Incoming'];
  readonly onClose: () => void;
}

interface Values {
  readonly note: string;
}

/** It belongs to nobody here, and somebody says why. */
export function AsideDialog({ paper: { id }, onClose }: AsideDialogProps) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const dialog = useFormDialog({
    name: 'setPaperAside',
    subject: id,
    send: async (body: Values) =>
      bodyOf(await client.POST('/incoming/{id}/setting-aside', { params: { path: { id } }, body })),
    onSent: async () => {
      onClose();
      await queryClient.invalidateQueries();
    },
  });
  return (
    <FormDialog title={t('inTray.settingAside')} okText={t('inTray.setAside')} dialog={dialog} onClose={onClose}>
      <p className="soft">{t('inTray.explainAside')}</p>
      <Form.Item
        name="note"
        label={t('inTray.whyAside')}
        rules={[{ required: true, whitespace: true, message: t('common.required') }]}
      >
        <Input.TextArea autoFocus rows={3} maxLength={2000} />
      </Form.Item>
    </FormDialog>
  );
}
