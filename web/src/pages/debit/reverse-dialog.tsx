import { useQueryClient } from '@tanstack/react-query';
import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatYuan } from '../../../../domain/money/money.ts';
import { bodyOf, client } from '../../api/client.ts';
import type { Schemas } from '../../api/types.ts';
import { AmountField } from '../../components/deciding/amount-field.tsx';
import { Yuan } from '../../components/time.tsx';
import { fenOf } from '../../format/fen.ts';
import { FormDialog } from '../../forms/form-dialog.tsx';
import { useFormDialog } from '../../forms/use-form-dialog.ts';
import { seenAmount } from './seen-amount.ts';

export interface Reversing {
  readonly credit: Schemas['Credit'];
  readonly part: Schemas['CreditPart'];
  readonly decision: 'reverse' | 'reject';
}

interface ReverseDialogProps {
  readonly debit: Schemas['Debit'];
  readonly reversing: Reversing;
  readonly onClose: () => void;
}

interface Values {
  readonly yuan?: string;
  readonly note?: string;
}

/** A person says that this is the money that the bank has taken back, or that it was not. */
export function ReverseDialog({ debit, reversing, onClose }: ReverseDialogProps) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const { credit, part, decision } = reversing;
  const takes = decision === 'reverse';
  const mostFen = Math.min(part.amountFen, debit.amountFen);
  const dialog = useFormDialog({
    name: decision,
    subject: part.id,
    send: async ({ yuan, note }: Values, key) => {
      const amountFen = fenOf(yuan);
      return bodyOf(
        await client.POST('/credits/{id}/matches', {
          params: { path: { id: credit.id }, header: { 'Idempotency-Key': key } },
          body: {
            partId: part.id,
            decision,
            ...(takes && { entryId: debit.id }),
            ...(takes && amountFen !== undefined && { amountFen }),
            ...(note?.trim() && { note }),
          },
        }),
      );
    },
    seen: seenAmount,
    onSent: async () => {
      onClose();
      await queryClient.invalidateQueries();
    },
  });
  return (
    <FormDialog
      title={t(takes ? 'debit.takeTitle' : 'debit.wrongTitle')}
      okText={t(takes ? 'debit.take' : 'debit.wrong')}
      dialog={dialog}
      initialValues={{ yuan: formatYuan(mostFen) }}
      onClose={onClose}
    >
      <p>
        <span className="number">{credit.serial}</span> {credit.payerName} <Yuan fen={part.amountFen} />{' '}
        <span className="number">{part.caseNo}</span>
      </p>
      <p className="soft">{t(takes ? 'debit.takeHint' : 'debit.wrongHint')}</p>
      {takes && <AmountField name="yuan" />}
      <Form.Item name="note" label={`${t('waitingMoney.note')} (${t('common.optional')})`}>
        <Input.TextArea rows={2} maxLength={2000} />
      </Form.Item>
    </FormDialog>
  );
}
