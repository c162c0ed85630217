import { useQueryClient } from '@tanstack/react-query';
import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { bodyOf, client } from '../../api/client.ts';
import type { Schemas } from '../../api/types.ts';
import { Yuan } from '../../components/time.tsx';
import { FormDialog } from '../../forms/form-dialog.tsx';
import { useFormDialog } from '../../forms/use-form-dialog.ts';

interface JoinDialogProps {
  readonly debit: Schemas['Debit'];
  readonly remittance: Schemas['Remittance'];
  readonly onClose: () => void;
}

interface Values {
  readonly note?: string;
}

/** Proposed by one; another person reads what the bank says and what was planned, and confirms. */
export function JoinDialog({ debit, remittance, onClose }: JoinDialogProps) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const { id, reference, payeeName } = remittance;
  const dialog = useFormDialog({
    name: 'joinDebit',
    subject: id,
    send: async ({ note }: Values, key) =>
      bodyOf(
        await client.POST('/remittances/{id}/debit', {
          params: { path: { id }, header: { 'Idempotency-Key': key } },
          body: { entryId: debit.id, ...(note?.trim() && { note }) },
        }),
      ),
    onSent: async () => {
      onClose();
      await queryClient.invalidateQueries();
    },
  });
  return (
    <FormDialog
      title={t('remittances.debit.joinTitle')}
      okText={t('remittances.debit.join')}
      dialog={dialog}
      onClose={onClose}
    >
      <p>
        <span className="number">{debit.serial}</span> {debit.otherSide} {debit.memo} <Yuan fen={debit.amountFen} />
      </p>
      <p>
        <span className="number">{reference}</span> {payeeName}
      </p>
      <p className="soft">{t('remittances.debit.explain')}</p>
      <Form.Item name="note" label={`${t('waitingMoney.note')} (${t('common.optional')})`}>
        <Input.TextArea autoFocus rows={2} maxLength={2000} />
      </Form.Item>
    </FormDialog>
  );
}
