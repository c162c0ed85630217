import { useQueryClient } from '@tanstack/react-query';
import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { bodyOf, client } from '../../api/client.ts';
import { useOfficeDate } from '../../api/queries.ts';
import type { Schemas } from '../../api/types.ts';
import { DayField } from '../../components/day-field.tsx';
import { fenOf } from '../../format/fen.ts';
import { FormDialog } from '../../forms/form-dialog.tsx';
import { useFormDialog } from '../../forms/use-form-dialog.ts';

interface ReceiptDialogProps {
  readonly onKept: (receipt: Schemas['CoreReceipt']) => void;
  readonly onClose: () => void;
}

/** Fields are called as in the contract, so that a refusal finds them; the amount as it is typed, in yuan. */
interface Values {
  readonly serial?: string;
  readonly answers?: string;
  readonly amountFen?: string;
  readonly bookedOn?: string;
}

/** What the core system has printed of a booking (并账回执): whole, in part, twice, or for another form, it is kept. */
export function ReceiptDialog({ onKept, onClose }: ReceiptDialogProps) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const today = useOfficeDate();
  const required = [{ required: true, whitespace: true, message: t('common.required') }];
  const dialog = useFormDialog<Values, Schemas['CoreReceipt']>({
    name: 'coreReceipt',
    subject: 'office',
    send: async ({ serial = '', answers = '', amountFen, bookedOn = '' }) =>
      bodyOf(
        await client.POST('/core/receipts', {
          body: { serial: serial.trim(), answers: answers.trim(), amountFen: fenOf(amountFen) ?? -1, bookedOn },
        }),
      ),
    onSent: async (receipt) => {
      onKept(receipt);
      onClose();
      await queryClient.invalidateQueries();
    },
  });
  const number = { className: 'number', autoComplete: 'off', spellCheck: false, maxLength: 60 } as const;
  const amount = async (_: unknown, text: string | undefined): Promise<void> => {
    if (fenOf(text) === undefined) await Promise.reject(new Error(t('infoForm.amount')));
  };
  return (
    <FormDialog title={t('core.receipt.title')} okText={t('facts.submit')} dialog={dialog} onClose={onClose}>
      <Form.Item name="serial" label={t('core.receipt.serial')} rules={required}>
        <Input {...number} />
      </Form.Item>
      <Form.Item name="answers" label={t('core.receipt.answers')} rules={required}>
        <Input {...number} />
      </Form.Item>
      <Form.Item
        name="amountFen"
        label={t('common.columns.amount')}
        validateTrigger="onBlur"
        rules={[{ validator: amount }]}
      >
        <Input inputMode="decimal" autoComplete="off" className="number" />
      </Form.Item>
      <Form.Item name="bookedOn" label={t('core.receipt.bookedOn')} rules={required}>
        <DayField max={today} />
      </Form.Item>
    </FormDialog>
  );
}
