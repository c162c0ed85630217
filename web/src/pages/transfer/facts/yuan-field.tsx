import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { fenOf } from '../../../format/fen.ts';

interface YuanFieldProps {
  readonly line: 'accountTotalFen' | 'pooledFundFen' | 'totalFen' | 'amountFen';
  /** In fen. */
  readonly least: number;
  /** In yuan. */
  readonly initialValue?: string;
}

export function YuanField({ line, least, initialValue }: YuanFieldProps) {
  const { t } = useTranslation();
  const check = async (_: unknown, text: string | undefined): Promise<void> => {
    if ((fenOf(text) ?? -1) < least) await Promise.reject(new Error(t('infoForm.amount')));
  };
  return (
    <Form.Item
      name={line}
      label={t(`approvals.fields.${line}`)}
      validateTrigger="onBlur"
      rules={[{ validator: check }]}
      {...(initialValue !== undefined && { initialValue })}
    >
      <Input inputMode="decimal" autoComplete="off" className="number" />
    </Form.Item>
  );
}
