import { useQueryClient } from '@tanstack/react-query';
import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { client } from '../../api/client.ts';
import { settledOf } from '../../api/settled.ts';
import type { Schemas } from '../../api/types.ts';
import type { Outcome } from '../../components/outcome.tsx';
import { FormDialog } from '../../forms/form-dialog.tsx';
import { useFormDialog } from '../../forms/use-form-dialog.ts';
import { AccountFields } from './account-fields.tsx';

export interface StaffDialogProps {
  readonly onClose: () => void;
  readonly onSent: (outcome: Outcome) => void;
}

/** A new account. It has no password: that is given from its line, to whoever hands it over. */
export function AddDialog({ onClose, onSent }: StaffDialogProps) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const dialog = useFormDialog({
    name: 'staffAdd',
    subject: 'office',
    send: async (body: Schemas['NewStaff']) => settledOf(await client.POST('/staff', { body })),
    onSent: async ({ waits }) => {
      onClose();
      onSent({ waits, text: t(waits ? 'staff.addedWithoutRoles' : 'staff.added') });
      await queryClient.invalidateQueries();
    },
  });
  return (
    <FormDialog
      title={t('staff.add')}
      okText={t('staff.add')}
      dialog={dialog}
      initialValues={{ username: '', displayName: '', post: '', telephone: '', roles: [] }}
      onClose={onClose}
    >
      <Form.Item name="username" label={t('staff.username')} extra={t('staff.usernameHint')}>
        <Input autoComplete="off" maxLength={60} autoFocus />
      </Form.Item>
      <AccountFields />
    </FormDialog>
  );
}
