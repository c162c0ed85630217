import { useTranslation } from 'react-i18next';
import { client } from '../../api/client.ts';
import { settledOf } from '../../api/settled.ts';
import { FormDialog } from '../../forms/form-dialog.tsx';
import { useFormDialog } from '../../forms/use-form-dialog.ts';
import type { StaffDialogProps } from './add-dialog.tsx';
import { asDefect } from './as-defect.ts';
import type { Staff } from './use-colleagues.ts';

interface PasswordDialogProps extends StaffDialogProps {
  readonly staff: Staff;
  readonly onPassword: (password: string) => void;
}

/** Asked first: it ends the sessions of whoever has the account. */
export function PasswordDialog({ staff, onClose, onSent, onPassword }: PasswordDialogProps) {
  const { t } = useTranslation();
  const dialog = useFormDialog({
    name: 'staffPassword',
    subject: staff.id,
    send: async (_: object) =>
      settledOf(await client.POST('/staff/{id}/password', { params: { path: { id: staff.id } } })),
    // One's own is changed elsewhere, and its button is not shown.
    seen: (error) => asDefect(error, '', 'practiceAccount'),
    onSent: (settled) => {
      onClose();
      onSent({ waits: settled.waits });
      if (!settled.waits) onPassword(settled.body.password);
    },
  });
  return (
    <FormDialog
      title={t('staff.passwordOf', { name: staff.displayName })}
      okText={t('staff.password')}
      dialog={dialog}
      onClose={onClose}
    >
      <p>{t('staff.passwordExplain')}</p>
    </FormDialog>
  );
}
