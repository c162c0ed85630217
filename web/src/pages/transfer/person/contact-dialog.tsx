import { useQueryClient } from '@tanstack/react-query';
import { Checkbox, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { bodyOf, client } from '../../../api/client.ts';
import type { TransferDetail } from '../../../api/types.ts';
import { FormDialog } from '../../../forms/form-dialog.tsx';
import { useFormDialog } from '../../../forms/use-form-dialog.ts';
import { invalidateTransfer } from '../invalidate-transfer.ts';

interface ContactDialogProps {
  readonly transfer: TransferDetail;
  readonly onClose: () => void;
}

interface Values {
  readonly mobile?: string;
  readonly address: string;
  readonly identitySeen: boolean;
}

/** How the person is reached: one clerk who saw the ID is enough. An empty mobile stays as it is. */
export function ContactDialog({ transfer, onClose }: ContactDialogProps) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const dialog = useFormDialog({
    name: 'person/contact',
    subject: transfer.id,
    send: async ({ mobile, address, identitySeen }: Values) =>
      bodyOf(
        await client.PATCH('/transfers/{id}/contact', {
          params: { path: { id: transfer.id } },
          body: { ...(mobile?.trim() && { mobile }), address, identitySeen: identitySeen as true },
        }),
      ),
    onSent: async () => {
      onClose();
      await invalidateTransfer(queryClient, transfer.id);
    },
  });
  return (
    <FormDialog
      title={t('transfer.person.contact')}
      okText={t('transfer.person.correct')}
      dialog={dialog}
      initialValues={{ address: transfer.person.address ?? '', identitySeen: false }}
      onClose={onClose}
    >
      <Form.Item name="mobile" label={t('transfer.about.mobile')} extra={t('transfer.person.mobileHint')}>
        <Input type="tel" autoComplete="off" maxLength={40} placeholder={transfer.person.mobileMasked ?? ''} />
      </Form.Item>
      <Form.Item name="address" label={t('transfer.about.address')}>
        <Input autoComplete="off" maxLength={200} />
      </Form.Item>
      <Form.Item name="identitySeen" valuePropName="checked">
        <Checkbox>{t('transfer.person.identitySeen')}</Checkbox>
      </Form.Item>
    </FormDialog>
  );
}
