import { useQueryClient } from '@tanstack/react-query';
import { Form, Input, Radio, Select, type FormInstance } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatYuan } from '../../../../domain/money/money.ts';
import { useReasons } from '../../api/queries.ts';
import { fenOf } from '../../format/fen.ts';
import { FormDialog } from '../../forms/form-dialog.tsx';
import { useFormDialog, type DialogForm } from '../../forms/use-form-dialog.ts';
import { codeAndWords } from '../../i18n/reason-words.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { AmountField } from './amount-field.tsx';
import { ClaimLines } from './claim-lines.tsx';
import { CreditFacts, titleOf } from './credit-facts.tsx';
import { ACTIONS, newLine, RETURN_REASONS, type DecisionValues, type Waiting } from './decision-values.ts';
import { seenRefusal } from './seen-refusal.ts';
import { sendDecision, type Sent } from './send-decision.ts';
import { TransferSums } from './transfer-sums.tsx';

interface DecisionDialogProps {
  readonly row: Waiting;
  readonly onClose: () => void;
  readonly onSaid: (text: string) => void;
}

/** A proposal is confirmed or rejected; what is nobody's is given to its cases, or proposed to go back. */
export function DecisionDialog({ row, onClose, onSaid }: DecisionDialogProps) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const { part } = row;
  const saidOf = useSaid();
  const [initial] = useState(() => ({
    ...(part.state === 'suspense' && { action: 'claim' as const }),
    yuan: formatYuan(part.amountFen),
    lines: [newLine(part.amountFen)],
  }));
  const dialog: DialogForm<DecisionValues> = useFormDialog<DecisionValues, Sent>({
    name: 'waitingMoney',
    subject: part.id,
    send: async (_, key) => {
      // Ctrl+Enter may come before a field of the chosen action is drawn: the form knows its value all the same.
      const values = dialog.form.getFieldsValue(true) as DecisionValues;
      try {
        return await sendDecision({
          row,
          values,
          key,
          onLine: (at, change) => {
            const form = dialog.form as FormInstance;
            form.setFieldValue(['lines', at], { ...(form.getFieldValue(['lines', at]) as object), ...change });
            dialog.draft.keep();
          },
        });
      } catch (error) {
        throw seenRefusal(error, values);
      } finally {
        // What is recorded of several is shown at once, whatever became of the rest.
        void queryClient.invalidateQueries();
      }
    },
    onSent: (sent) => {
      onSaid(saidOf(sent));
      onClose();
    },
  });
  const { form } = dialog;
  const action = Form.useWatch('action', form);
  return (
    <FormDialog
      title={titleOf(t, row)}
      okText={t('waitingMoney.decide')}
      width={680}
      dialog={dialog}
      initialValues={initial}
      onClose={onClose}
    >
      <CreditFacts row={row} />
      <Form.Item
        name="action"
        label={t('waitingMoney.action')}
        rules={[{ required: true, message: t('common.required') }]}
      >
        <Radio.Group
          options={ACTIONS[part.state === 'proposed' ? 'proposed' : 'suspense'].map((one) => ({
            value: one,
            label: t(`waitingMoney.actions.${one}`),
          }))}
        />
      </Form.Item>
      {part.transferId !== null && action !== 'reject' && <Confirming row={row} isChosen={action === 'confirm'} />}
      {action === 'reject' && <p className="soft">{t('waitingMoney.rejectHint')}</p>}
      {action === 'claim' && <ClaimLines amountFen={part.amountFen} />}
      {action === 'return' && <Returning />}
      <Form.Item name="note" label={`${t('waitingMoney.note')} (${t('common.optional')})`}>
        <Input.TextArea rows={2} maxLength={2000} />
      </Form.Item>
    </FormDialog>
  );
}

function useSaid(): (sent: Sent) => string {
  const { t } = useTranslation();
  return ({ action, restFen }) => {
    if (action === 'return') return t('waitingMoney.returnHint');
    if (action !== 'claim') return t(`waitingMoney.said.${action}`);
    return restFen > 0
      ? t('waitingMoney.said.claimRest', { amount: formatYuan(restFen, { grouped: true }) })
      : t('waitingMoney.said.claim');
  };
}

function Confirming({ row: { part }, isChosen }: { readonly row: Waiting; readonly isChosen: boolean }) {
  const { t } = useTranslation();
  const fen = fenOf(Form.useWatch('yuan') as string | undefined) ?? part.amountFen;
  const over = fen - part.amountFen;
  return (
    <>
      <TransferSums transferId={part.transferId!} addsFen={isChosen ? fen : part.amountFen} />
      {isChosen && (
        <AmountField
          name="yuan"
          refuse={() =>
            over > 0 ? t('waitingMoney.tooMuch', { amount: formatYuan(over, { grouped: true }) }) : undefined
          }
        />
      )}
    </>
  );
}

function Returning() {
  const { t } = useTranslation();
  const language = useLanguage();
  const reasons = useReasons().filter(({ code }) => RETURN_REASONS.includes(code));
  return (
    <>
      <p className="soft">{t('waitingMoney.returnHint')}</p>
      <Form.Item
        name="reasonCode"
        label={t('waitingMoney.reason')}
        rules={[{ required: true, message: t('common.required') }]}
      >
        <Select options={reasons.map((reason) => ({ value: reason.code, label: codeAndWords(reason, language) }))} />
      </Form.Item>
    </>
  );
}
