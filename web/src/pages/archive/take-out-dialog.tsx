import { useQueryClient } from '@tanstack/react-query';
import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { bodyOf, client } from '../../api/client.ts';
import type { Schemas } from '../../api/types.ts';
import { FormDialog } from '../../forms/form-dialog.tsx';
import { useFormDialog } from '../../forms/use-form-dialog.ts';

interface TakeOutDialogProps {
  readonly boxId: string;
  readonly item: Schemas['ArchiveBoxContents']['items'][number];
  readonly onClose: () => void;
}

interface Values {
  readonly reason?: string;
}

/** Its line stays in the list of contents, with who took it out and why. */
export function TakeOutDialog({ boxId, item: { caseId, caseNo }, onClose }: TakeOutDialogProps) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const dialog = useFormDialog({
    name: 'takeOutOfBox',
    subject: caseId,
    send: async ({ reason = '' }: Values) =>
      bodyOf(
        await client.POST('/archive/boxes/{id}/removals', {
          params: { path: { id: boxId } },
          body: { caseId, reason },
        }),
      ),
    onSent: async () => {
      onClose();
      await queryClient.invalidateQueries();
    },
  });
  return (
    <FormDialog
      title={t('archive.box.takeOutOf', { caseNo })}
      okText={t('archive.box.takeOut')}
      dialog={dialog}
      onClose={onClose}
    >
      <p className="soft">{t('archive.box.takeOutExplain')}</p>
      <Form.Item
        name="reason"
        label={t('common.columns.reason')}
        rules={[{ required: true, whitespace: true, message: t('common.required') }]}
      >
        <Input.TextArea rows={3} maxLength={500} autoFocus />
      </Form.Item>
    </FormDialog>
  );
}
