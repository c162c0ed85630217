import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useOfficeDate } from '../api/queries.ts';
import type { Schemas } from '../api/types.ts';
import { DayField } from '../components/day-field.tsx';
import { FormDialog } from '../forms/form-dialog.tsx';
import { useTypedPaper } from './use-typed-paper.tsx';

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
  const today = useOfficeDate();
  const { dialog, preview } = useTypedPaper<Values>({ transferId, kind, inputOf, onClose });
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
      {preview}
    </FormDialog>
  );
}
