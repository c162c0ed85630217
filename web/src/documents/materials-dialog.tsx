import { useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { bodyOf, client } from '../api/client.ts';
import { useOfficeDate } from '../api/queries.ts';
import type { Schemas } from '../api/types.ts';
import { useSending } from '../api/use-sending.ts';
import { DayField } from '../components/day-field.tsx';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { FormDialog } from '../forms/form-dialog.tsx';
import { useFormDialog } from '../forms/use-form-dialog.ts';
import { showDocument, showPdf } from './open-file.ts';
import { pdfOf } from './pdf-of.ts';

export type MaterialsKind = Extract<Schemas['DocumentKind'], 'missingMaterials' | 'promise'>;

interface MaterialsDialogProps {
  readonly transferId: string;
  readonly kind: MaterialsKind;
  readonly onClose: () => void;
}

interface Values {
  readonly materials?: string;
  readonly promisedOn?: string;
  readonly note?: string;
}

const inputOf = ({ materials = '', promisedOn, note }: Values): Schemas['DocumentInput'] => ({
  materials: materials
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean),
  ...(promisedOn !== undefined && { promisedOn }),
  ...(note !== undefined && note !== '' && { note }),
});

/** What is missing, a line each: told once, so that nobody has to come three times. */
export function MaterialsDialog({ transferId, kind, onClose }: MaterialsDialogProps) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const today = useOfficeDate();
  const path = { params: { path: { id: transferId } } };
  const dialog = useFormDialog({
    name: 'document',
    subject: `${kind}:${transferId}`,
    send: async (values: Values) =>
      bodyOf(
        await client.POST('/transfers/{id}/documents', { ...path, body: { kind, anew: true, input: inputOf(values) } }),
      ),
    onSent: async ({ id }) => {
      onClose();
      showDocument(id);
      await queryClient.invalidateQueries();
    },
  });
  const preview = useSending({
    mutationFn: () => {
      const body = { kind, input: inputOf(dialog.form.getFieldsValue()) };
      return pdfOf(client.POST('/transfers/{id}/documents/preview', { ...path, body, parseAs: 'blob' }));
    },
    onSuccess: (bytes) => showPdf(bytes, kind),
  });
  return (
    <FormDialog
      title={t(`documents.kinds.${kind}`)}
      okText={t('common.print')}
      width={600}
      dialog={dialog}
      onClose={onClose}
    >
      <Form.Item
        name="materials"
        label={t('documents.materials')}
        extra={t('documents.materialsHint')}
        rules={[{ required: true, whitespace: true, message: t('common.required') }]}
      >
        <Input.TextArea rows={5} maxLength={3000} autoFocus />
      </Form.Item>
      {kind === 'promise' && (
        <Form.Item
          name="promisedOn"
          label={t('documents.promisedOn')}
          rules={[{ required: true, message: t('common.required') }]}
        >
          <DayField {...(today !== undefined && { min: today })} />
        </Form.Item>
      )}
      <Form.Item name="note" label={t('documents.note')}>
        <Input.TextArea rows={2} maxLength={2000} />
      </Form.Item>
      <p>
        <Button size="small" loading={preview.isPending} onClick={() => preview.mutate()}>
          {t('documents.preview')}
        </Button>
      </p>
      {preview.isError && <ProblemNotice error={preview.error} />}
    </FormDialog>
  );
}
