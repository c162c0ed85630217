import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { fenOf } from '../../format/fen.ts';

interface AmountFieldProps {
  readonly name: (string | number)[] | string;
  readonly disabled?: boolean;
  /** What is wrong with an amount that is one. */
  readonly refuse?: () => string | undefined;
}

export function AmountField({ name, disabled = false, refuse }: AmountFieldProps) {
  const { t } = useTranslation();
  const check = async (_: unknown, text: string | undefined): Promise<void> => {
    const wrong = (fenOf(text) ?? 0) > 0 ? refuse?.() : t('waitingMoney.amountForm');
    if (wrong !== undefined) await Promise.reject(new Error(wrong));
  };
  return (
    <Form.Item name={name} label={t('waitingMoney.amount')} validateTrigger="onBlur" rules={[{ validator: check }]}>
      <Input inputMode="decimal" autoComplete="off" className="number" disabled={disabled} />
    </Form.Item>
  );
}
