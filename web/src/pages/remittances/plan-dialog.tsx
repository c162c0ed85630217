import { useQueryClient } from '@tanstack/react-query';
import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatYuan } from '../../../../domain/money/money.ts';
import { bodyOf, client } from '../../api/client.ts';
import { transferOfCase } from '../../api/transfer-of-case.ts';
import type { Schemas } from '../../api/types.ts';
import { fenOf } from '../../format/fen.ts';
import { FormDialog } from '../../forms/form-dialog.tsx';
import { useFormDialog } from '../../forms/use-form-dialog.ts';
import { PLAN_FORM, type Planning } from './acts.ts';

/** Fields are called as in the contract, so that a refusal finds them; amounts are typed in yuan. */
interface Values {
  /** A case number. */
  readonly transferId?: string;
  readonly payeeName?: string;
  readonly payeeAccount?: string;
  readonly payeeBank?: string;
  readonly counterpartAreaCode?: string;
  readonly ourAccount?: string;
  readonly amountFen?: string;
  readonly accountFen?: string;
  readonly pooledFen?: string;
  readonly note?: string;
}

const AMOUNTS = ['amountFen', 'accountFen', 'pooledFen'] as const;
const TEXTS = ['payeeBank', 'counterpartAreaCode', 'ourAccount'] as const;

export function PlanDialog({
  planning: { anew },
  onClose,
}: {
  readonly planning: Planning;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const dialog = useFormDialog({
    name: PLAN_FORM,
    subject: anew?.id ?? '',
    send: async (values: Values, key) =>
      bodyOf(
        await client.POST('/remittances', {
          params: { header: { 'Idempotency-Key': key } },
          body: await bodyFor(values, anew),
        }),
      ),
    onSent: async () => {
      onClose();
      await queryClient.invalidateQueries();
    },
  });
  const title = t(anew ? 'remittances.planAnew' : 'remittances.plan');
  return (
    <FormDialog title={title} okText={title} dialog={dialog} initialValues={begins(anew)} onClose={onClose}>
      <p className="soft">{t(anew ? 'remittances.explainAnew' : 'remittances.explainPlan')}</p>
      {!anew && <Text name="transferId" label={t('common.columns.caseNo')} required />}
      <Text name="payeeName" label={t('remittances.payee')} required />
      <Text name="payeeAccount" label={t('remittances.payeeAccount')} required />
      <Text name="payeeBank" label={t('remittances.payeeBank')} />
      <Text name="counterpartAreaCode" label={t('remittances.areaCode')} />
      <Text name="ourAccount" label={t('remittances.ourAccount')} />
      {AMOUNTS.map((name) => (
        <Text
          key={name}
          name={name}
          label={t(`remittances.${name}`)}
          required={name === 'amountFen'}
          disabled={!!anew}
        />
      ))}
      <Form.Item name="note" label={`${t('waitingMoney.note')} (${t('common.optional')})`}>
        <Input.TextArea rows={2} maxLength={2000} />
      </Form.Item>
    </FormDialog>
  );
}

interface TextProps {
  readonly name: keyof Values;
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

const begins = (anew: Planning['anew']): Values =>
  anew
    ? {
        payeeName: anew.payeeName,
        payeeAccount: anew.payeeAccount,
        payeeBank: anew.payeeBank ?? '',
        counterpartAreaCode: anew.counterpart?.areaCode ?? '',
        ourAccount: anew.ourAccount,
        ...Object.fromEntries(AMOUNTS.map((name) => [name, formatYuan(anew[name])])),
      }
    : {};

async function bodyFor(values: Values, anew: Planning['anew']): Promise<Schemas['NewRemittance']> {
  const { payeeName = '', payeeAccount = '', note } = values;
  const typed = TEXTS.flatMap((name) => (values[name]?.trim() ? [[name, values[name].trim()] as const] : []));
  const amounts = AMOUNTS.flatMap((name) => (values[name]?.trim() ? [[name, fenOf(values[name]) ?? 0] as const] : []));
  return {
    payeeName: payeeName.trim(),
    payeeAccount: payeeAccount.trim(),
    amountFen: 0,
    ...Object.fromEntries([...typed, ...amounts]),
    ...(note?.trim() && { note }),
    ...(anew ? { replacesId: anew.id } : { transferId: await transferOf(values.transferId ?? '') }),
  };
}

/** Money is never planned for one of several. */
const transferOf = (caseNo: string): Promise<string> =>
  transferOfCase(caseNo.trim(), (found) => (found.length === 1 ? found[0] : undefined));
