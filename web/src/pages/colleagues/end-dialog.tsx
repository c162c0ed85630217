import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { bodyOf, client } from '../../api/client.ts';
import type { Schemas } from '../../api/types.ts';
import { FormDialog } from '../../forms/form-dialog.tsx';
import { useFormDialog } from '../../forms/use-form-dialog.ts';

interface EndDialogProps {
  readonly absence: Schemas['Absence'];
  readonly onClose: () => void;
  readonly onSent: () => void;
}

/** He is back, or does not go: what is still open returns to him. */
export function EndDialog({ absence: { id, staff, movedSteps }, onClose, onSent }: EndDialogProps) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const dialog = useFormDialog({
    name: 'absenceEnd',
    subject: id,
    send: async (_: object) => bodyOf(await client.DELETE('/absences/{id}', { params: { path: { id } } })),
    onSent: async () => {
      onClose();
      onSent();
      await queryClient.invalidateQueries();
    },
  });
  return (
    <FormDialog
      title={t('colleagues.absences.endOf', { name: staff.displayName })}
      okText={t('colleagues.absences.end')}
      dialog={dialog}
      onClose={onClose}
    >
      <p>{t('colleagues.absences.endExplain', { count: movedSteps })}</p>
    </FormDialog>
  );
}
