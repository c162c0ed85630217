import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { bodyOf, client } from '../../api/client.ts';
import type { Schemas } from '../../api/types.ts';
import { FormDialog } from '../../forms/form-dialog.tsx';
import { useFormDialog } from '../../forms/use-form-dialog.ts';

interface TakeUpDialogProps {
  readonly paper: Schemas['Incoming'];
  readonly onClose: () => void;
}

/** Somebody knows better: it waits again. */
export function TakeUpDialog({ paper: { id, setAside }, onClose }: TakeUpDialogProps) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const dialog = useFormDialog({
    name: 'takePaperUp',
    subject: id,
    send: async () => bodyOf(await client.POST('/incoming/{id}/taking-up', { params: { path: { id } } })),
    onSent: async () => {
      onClose();
      await queryClient.invalidateQueries();
    },
  });
  return (
    <FormDialog title={t('inTray.takingUp')} okText={t('inTray.takeUp')} dialog={dialog} onClose={onClose}>
      {setAside && (
        <p>
          {setAside.by.displayName}: {setAside.note}
        </p>
      )}
      <p className="soft">{t('inTray.explainTakeUp')}</p>
    </FormDialog>
  );
}
