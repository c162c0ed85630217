import { Form, Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { fenOf } from '../../../format/fen.ts';
import { DecisionFields, ReasonFields } from './fields.tsx';
import type { FactFieldsProps } from './fact-fields-props.ts';

/** With a reason only a part can move: then it is wanted, otherwise not even shown. */
export function LetterCheckFields(props: FactFieldsProps) {
  const { t } = useTranslation();
  const isPart: unknown = Form.useWatch('part');
  return (
    <>
      <DecisionFields {...props} />
      <Form.Item name="part" label={t('facts.effects.P')} initialValue={false}>
        <Radio.Group
          options={[
            { value: false, label: t('common.no') },
            { value: true, label: t('common.yes') },
          ]}
        />
      </Form.Item>
      {isPart === true && <ReasonFields {...props} />}
    </>
  );
}

/** Lines ④ to ⑥ of our form, in yuan. */
export function FormMadeFields(_: FactFieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      <Form.Item name="formNo" label={`${t('infoForm.formNo')} (${t('common.optional')})`}>
        <Input autoComplete="off" maxLength={24} />
      </Form.Item>
      {(['accountTotalFen', 'pooledFundFen', 'totalFen'] as const).map((line) => (
        <YuanField key={line} line={line} least={0} />
      ))}
    </>
  );
}

export function FundSentFields(_: FactFieldsProps) {
  return <YuanField line="amountFen" least={1} />;
}

interface YuanFieldProps {
  readonly line: 'accountTotalFen' | 'pooledFundFen' | 'totalFen' | 'amountFen';
  readonly least: number;
}

function YuanField({ line, least }: YuanFieldProps) {
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
    >
      <Input inputMode="decimal" autoComplete="off" className="number" />
    </Form.Item>
  );
}

/** Our form leaves by EMS, with its waybill, or over the platform. */
export function FormOutFields(_: FactFieldsProps) {
  const { t } = useTranslation();
  const required = [{ required: true, message: t('common.required') }];
  const channel: unknown = Form.useWatch('channel');
  const channels = (['ems', 'platform'] as const).map((value) => ({ value, label: t(`letterChannels.${value}`) }));
  return (
    <>
      <Form.Item name="channel" label={t('facts.fields.channel')} rules={required} initialValue="ems">
        <Radio.Group options={channels} />
      </Form.Item>
      {channel !== 'platform' && (
        <Form.Item
          name="waybill"
          label={t('facts.fields.waybill')}
          extra={t('facts.fields.waybillHint')}
          rules={required}
        >
          <Input autoComplete="off" spellCheck={false} maxLength={40} />
        </Form.Item>
      )}
    </>
  );
}

export function ToldInWritingFields(_: FactFieldsProps) {
  const { t } = useTranslation();
  const channels = (['window', 'phone', 'sms', 'letter'] as const).map((value) => ({
    value,
    label: t(`toldBy.${value}`),
  }));
  return (
    <Form.Item
      name="channel"
      label={t('facts.fields.toldBy')}
      rules={[{ required: true, message: t('common.required') }]}
      initialValue="letter"
    >
      <Radio.Group options={channels} />
    </Form.Item>
  );
}
