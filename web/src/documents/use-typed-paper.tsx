import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { bodyOf, client } from '../api/client.ts';
import type { Schemas } from '../api/types.ts';
import { useSending } from '../api/use-sending.ts';
import { useFormDialog, type DialogForm } from '../forms/use-form-dialog.ts';
import { showDocument, showPdf } from './open-file.ts';
import { pdfOf } from './pdf-of.ts';

interface Typed<Values> {
  readonly transferId: string;
  readonly kind: Schemas['DocumentKind'];
  readonly inputOf: (values: Values) => Schemas['DocumentInput'];
  /** A refusal as this form can show it. */
  readonly seen?: (error: unknown, values: Values) => unknown;
  readonly onClose: () => void;
}

interface TypedPaper<Values extends object> {
  readonly dialog: DialogForm<Values>;
  /** A button that shows the paper as it would be, and what was refused of it. */
  readonly preview: ReactNode;
}

/** A paper of which somebody says a part first: looked at before it counts, printed once, and shown. */
export function useTypedPaper<Values extends object>(typed: Typed<Values>): TypedPaper<Values> {
  const { transferId, kind, inputOf, seen, onClose } = typed;
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const path = { params: { path: { id: transferId } } };
  const dialog = useFormDialog({
    name: 'document',
    subject: `${kind}:${transferId}`,
    send: async (values: Values) =>
      bodyOf(
        await client.POST('/transfers/{id}/documents', { ...path, body: { kind, anew: true, input: inputOf(values) } }),
      ),
    ...(seen && { seen }),
    onSent: async ({ id }) => {
      onClose();
      showDocument(id);
      await queryClient.invalidateQueries();
    },
  });
  const { form, refusal } = dialog;
  const looking = useSending({
    mutationFn: (values: Values) =>
      pdfOf(
        client.POST('/transfers/{id}/documents/preview', {
          ...path,
          body: { kind, input: inputOf(values) },
          parseAs: 'blob',
        }),
      ),
    onMutate: refusal.clear,
    onError: (error, values) => refusal.show(seen ? seen(error, values) : error),
    onSuccess: (bytes) => showPdf(bytes, kind),
  });
  // What the fields themselves refuse is marked, as when it is printed.
  const look = (): void => void form.validateFields().then((values) => looking.mutate(values), refusal.failed);
  return {
    dialog,
    preview: (
      <p>
        <Button size="small" loading={looking.isPending} onClick={look}>
          {t('documents.preview')}
        </Button>
      </p>
    ),
  };
}
