import { Form, Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { bodyOf, client } from '../api/client.ts';
import type { Schemas } from '../api/types.ts';
import { FormDialog } from '../forms/form-dialog.tsx';
import { useFormDialog } from '../forms/use-form-dialog.ts';

/** The name of its draft. */
export const REVEAL = 'person/reveal';

const REASONS: readonly Schemas['RevealReason'][] = [
  'callPerson',
  'personIsHere',
  'checkIdentity',
  'complaint',
  'other',
];

interface RevealDialogProps {
  readonly transferId: string;
  readonly onClose: () => void;
  readonly onShown: (inFull: Schemas['PersonInFull']) => void;
}

interface Values {
  readonly reason: Schemas['RevealReason'];
  readonly note?: string;
}

/** Why somebody wants to read numbers of a person that are not theirs to work with. */
export function RevealDialog({ transferId, onClose, onShown }: RevealDialogProps) {
  const { t } = useTranslation();
  const dialog = useFormDialog({
    name: REVEAL,
    subject: transferId,
    send: async ({ reason, note }: Values) =>
      bodyOf(
        await client.POST('/transfers/{id}/person/revealing', {
          params: { path: { id: transferId } },
          body: { reason, ...(note?.trim() && { note }) },
        }),
      ),
    onSent: (inFull) => {
      onClose();
      onShown(inFull);
    },
  });
  const isOther = Form.useWatch('reason', dialog.form) === 'other';
  return (
    <FormDialog title={t('reveal.title')} okText={t('reveal.show')} dialog={dialog} onClose={onClose}>
      <p className="soft">{t('reveal.text')}</p>
      <Form.Item name="reason" label={t('reveal.reason')} rules={[{ required: true, message: t('common.required') }]}>
        <Radio.Group className="choices">
          {REASONS.map((reason) => (
            <Radio key={reason} value={reason}>
              {t(`reveal.reasons.${reason}`)}
            </Radio>
          ))}
        </Radio.Group>
      </Form.Item>
      <Form.Item
        name="note"
        label={isOther ? t('reveal.note') : `${t('reveal.note')} (${t('common.optional')})`}
        rules={isOther ? [{ required: true, whitespace: true, message: t('common.required') }] : []}
      >
        <Input.TextArea rows={2} maxLength={2000} />
      </Form.Item>
    </FormDialog>
  );
}
