import { useQueryClient } from '@tanstack/react-query';
import { Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatYuan } from '../../../../domain/money/money.ts';
import { bodyOf, client } from '../../api/client.ts';
import { FormDialog } from '../../forms/form-dialog.tsx';
import { useFormDialog } from '../../forms/use-form-dialog.ts';
import { PLAN_FORM, type Planning } from './acts.ts';
import { AMOUNTS, bodyFor, type FoundTransfer, type PlanValues } from './plan-body.ts';
import { PlanMoney, type ReturnedPart } from './plan-money.tsx';

export function PlanDialog({
  planning: { anew },
  onClose,
}: {
  readonly planning: Planning;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const [choices, setChoices] = useState<readonly FoundTransfer[]>([]);
  const dialog = useFormDialog({
    name: PLAN_FORM,
    subject: anew?.id ?? '',
    send: async (values: PlanValues, key) =>
      bodyOf(
        await client.POST('/remittances', {
          params: { header: { 'Idempotency-Key': key } },
          body: await bodyFor(values, anew, setChoices),
        }),
      ),
    onSent: async () => {
      onClose();
      await queryClient.invalidateQueries();
    },
  });
  /** The whole part goes back, to whom it came from. */
  const takePart = ({ credit, part }: ReturnedPart): void =>
    dialog.form.setFieldsValue({
      amountFen: formatYuan(part.amountFen),
      ...(credit.payerName !== null && { payeeName: credit.payerName }),
    });
  const title = t(anew ? 'remittances.planAnew' : 'remittances.plan');
  return (
    <FormDialog title={title} okText={title} dialog={dialog} initialValues={begins(anew)} onClose={onClose}>
      <p className="soft">{t(anew ? 'remittances.explainAnew' : 'remittances.explainPlan')}</p>
      {!anew && <PlanMoney choices={choices} onPart={takePart} />}
      <Text name="payeeName" label={t('remittances.payee')} required />
      <Text name="payeeAccount" label={t('remittances.payeeAccount')} required />
      <Text name="payeeBank" label={t('remittances.payeeBank')} />
      <Text name="counterpartAreaCode" label={t('remittances.areaCode')} />
      <Text name="ourAccount" label={t('remittances.ourAccount')} />
      <Amounts isFixed={anew !== undefined} />
      <Form.Item name="note" label={`${t('waitingMoney.note')} (${t('common.optional')})`}>
        <Input.TextArea rows={2} maxLength={2000} />
      </Form.Item>
    </FormDialog>
  );
}

/** What goes back goes back whole, and is no part of a form. */
function Amounts({ isFixed }: { readonly isFixed: boolean }) {
  const { t } = useTranslation();
  const isReturn = Form.useWatch<PlanValues['of']>('of') === 'credit';
  return AMOUNTS.filter((name) => name === 'amountFen' || !isReturn).map((name) => (
    <Text
      key={name}
      name={name}
      label={t(`remittances.${name}`)}
      required={name === 'amountFen'}
      disabled={isFixed || isReturn}
    />
  ));
}

interface TextProps {
  readonly name: keyof PlanValues;
  readonly label: string;
  readonly required?: boolean;
  readonly disabled?: boolean;
}

function Text({ name, label, required = false, disabled = false }: TextProps) {
  const { t } = useTranslation();
  return (
    <Form.Item
      name={name}
      label={required ? label : `${label} (${t('common.optional')})`}
      rules={required ? [{ required: true, whitespace: true, message: t('common.required') }] : []}
    >
      <Input autoComplete="off" maxLength={100} disabled={disabled} />
    </Form.Item>
  );
}

const begins = (anew: Planning['anew']): PlanValues =>
  anew
    ? {
        payeeName: anew.payeeName,
        payeeAccount: anew.payeeAccount,
        payeeBank: anew.payeeBank ?? '',
        counterpartAreaCode: anew.counterpart?.areaCode ?? '',
        ourAccount: anew.ourAccount,
        ...Object.fromEntries(AMOUNTS.map((name) => [name, formatYuan(anew[name])])),
      }
    : { of: 'transfer' };
