import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { bodyOf, client } from '../../../api/client.ts';
import type { TransferDetail } from '../../../api/types.ts';
import { FormDialog } from '../../../forms/form-dialog.tsx';
import { useFormDialog } from '../../../forms/use-form-dialog.ts';
import type { Act } from './act.ts';
import { CameBackField } from './came-back-field.tsx';

interface LinkedDialogProps {
  readonly transfer: TransferDetail;
  readonly act: Act;
  readonly title: string;
  readonly onClose: () => void;
  /** A colleague has to confirm it. */
  readonly onProposed: () => void;
}

/** Fields are called as in the contract, so that a refusal finds them. */
interface Values {
  readonly note?: string;
  readonly creditPartIds?: string[];
}

/** Asks for a supplement, which begins at once, or proposes a reopening or a reversal. */
export function LinkedDialog({ transfer, act, title, onClose, onProposed }: LinkedDialogProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const dialog = useFormDialog<Values, string | undefined>({
    name: act,
    subject: transfer.id,
    send: (values, key) => SENDS[act](transfer.id, values, key),
    onSent: async (begunId) => {
      onClose();
      await queryClient.invalidateQueries();
      if (begunId === undefined) onProposed();
      else await navigate({ to: '/transfers/$id', params: { id: begunId } });
    },
  });
  const isProposed = act !== 'supplement';
  return (
    <FormDialog title={title} okText={t('facts.submit')} dialog={dialog} onClose={onClose}>
      <p className="soft">{t(`transfer.linked.${HINTS[act]}`)}</p>
      {act === 'reversal' && transfer.direction === 'out' && <CameBackField />}
      <Form.Item
        name="note"
        label={t(isProposed ? 'transfer.linked.why' : 'transfer.linked.note')}
        rules={isProposed ? [{ required: true, whitespace: true, message: t('common.required') }] : []}
      >
        <Input.TextArea rows={3} maxLength={2000} />
      </Form.Item>
    </FormDialog>
  );
}

const HINTS = { supplement: 'supplementHint', reopening: 'reopenHint', reversal: 'reverseHint' } as const;

type Send = (id: string, values: Values, key: string) => Promise<string | undefined>;

const asked = (id: string, key: string) => ({ path: { id }, header: { 'Idempotency-Key': key } });

/** Each gives the transfer that has begun, if one has. */
const SENDS: Readonly<Record<Act, Send>> = {
  async supplement(id, { note }, key) {
    const body = note === undefined || note === '' ? {} : { note };
    return bodyOf(await client.POST('/transfers/{id}/supplements', { params: asked(id, key), body })).id;
  },
  async reopening(id, { note = '' }, key) {
    bodyOf(await client.POST('/transfers/{id}/reopening', { params: asked(id, key), body: { note } }));
    return undefined;
  },
  async reversal(id, { note = '', creditPartIds }, key) {
    const body = { note, ...(creditPartIds && { creditPartIds }) };
    bodyOf(await client.POST('/transfers/{id}/reversal', { params: asked(id, key), body }));
    return undefined;
  },
};
