import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { bodyOf, client } from '../api/client.ts';
import type { Schemas } from '../api/types.ts';
import { FormDialog } from '../forms/form-dialog.tsx';
import { useFormDialog } from '../forms/use-form-dialog.ts';
import { ContactFields } from './contact-fields.tsx';
import { AT_THE_WINDOW, toNewContact, type ContactValues } from './contact-values.ts';

interface ContactDialogProps {
  /** What it is about, where somebody looks at it. */
  readonly transferId?: string | undefined;
  /** It is recorded how this was kept. */
  readonly keeps?: Schemas['Promise'] | undefined;
  readonly onClose: () => void;
}

/** A talk in ten seconds: what is usual stands there already, and Ctrl and Enter records it from every field. */
export function ContactDialog({ transferId, keeps, onClose }: ContactDialogProps) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const about = { transferId: keeps?.personOf ?? transferId, keepsPromiseId: keeps?.id };
  const dialog = useFormDialog<ContactValues, Schemas['Contact']>({
    name: keeps ? 'keepPromise' : 'contact',
    subject: keeps?.id ?? transferId ?? 'office',
    send: async (values, key) => {
      const params = { header: { 'Idempotency-Key': key } };
      return bodyOf(await client.POST('/contacts', { params, body: toNewContact(values, about) }));
    },
    onSent: async () => {
      onClose();
      await queryClient.invalidateQueries();
    },
  });
  return (
    <FormDialog
      title={t(keeps ? 'contacts.keeping' : 'contacts.recording')}
      okText={t('contacts.save')}
      width={720}
      dialog={dialog}
      initialValues={
        keeps
          ? { ...AT_THE_WINDOW, channel: keeps.channel, direction: 'out', topic: keeps.topic, consultation: false }
          : AT_THE_WINDOW
      }
      onClose={onClose}
    >
      <ContactFields transferId={about.transferId} isKeeping={keeps !== undefined} form={dialog.form} />
    </FormDialog>
  );
}
