import { useQueryClient } from '@tanstack/react-query';
import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { bodyOf, client } from '../../../api/client.ts';
import type { TransferDetail } from '../../../api/types.ts';
import { FormDialog } from '../../../forms/form-dialog.tsx';
import { useFormDialog } from '../../../forms/use-form-dialog.ts';

interface IdentityDialogProps {
  readonly transfer: TransferDetail;
  readonly onClose: () => void;
  readonly onProposed: () => void;
}

interface Values {
  readonly name?: string;
  readonly idNumber?: string;
  readonly note?: string;
}

/** Name and number: proposed here, done when a colleague has compared them with the card too. What is left empty stays. */
export function IdentityDialog({ transfer, onClose, onProposed }: IdentityDialogProps) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const dialog = useFormDialog({
    name: 'person/identity',
    subject: transfer.id,
    send: async (values: Values) =>
      bodyOf(
        await client.PATCH('/transfers/{id}/identity', {
          params: { path: { id: transfer.id } },
          body: Object.fromEntries(Object.entries(values).filter(([, text]) => text?.trim())),
        }),
      ),
    onSent: async () => {
      onProposed();
      await queryClient.invalidateQueries();
    },
  });
  const refuseNothing = async (): Promise<void> => {
    const { name, idNumber } = dialog.form.getFieldsValue();
    if (!name?.trim() && !idNumber?.trim()) await Promise.reject(new Error(t('transfer.person.oneOfBoth')));
  };
  return (
    <FormDialog
      title={t('transfer.person.identity')}
      okText={t('transfer.person.propose')}
      dialog={dialog}
      onClose={onClose}
    >
      <Form.Item
        name="name"
        label={t('transfer.person.rightName')}
        extra={t('transfer.person.emptyStays')}
        dependencies={['idNumber']}
        rules={[{ validator: refuseNothing }]}
      >
        <Input autoComplete="off" maxLength={200} placeholder={transfer.person.name} />
      </Form.Item>
      <Form.Item name="idNumber" label={t('transfer.person.rightNumber')}>
        <Input autoComplete="off" spellCheck={false} maxLength={40} placeholder={transfer.person.idNumberMasked} />
      </Form.Item>
      <Form.Item name="note" label={t('approvals.note')}>
        <Input.TextArea rows={2} maxLength={2000} />
      </Form.Item>
    </FormDialog>
  );
}
