import { Form, Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatYuan } from '../../../../../domain/money/money.ts';
import { AnswerLines } from '../answer-panel.tsx';
import { DecisionFields, ReasonFields } from './fields.tsx';
import type { FactFieldsProps } from './fact-fields-props.ts';
import { YuanField } from './yuan-field.tsx';

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

/** What is left to pay stands there already; something else is refused. */
export function FundSentFields({ transfer: { answer } }: FactFieldsProps) {
  const due = answer && answer.dueFen > 0 ? { initialValue: formatYuan(answer.dueFen) } : {};
  return <YuanField line="amountFen" least={1} {...due} />;
}

/** Finance sees what it compares with the letter and the remittance. */
export function RemittanceCheckFields(props: FactFieldsProps) {
  const { answer } = props.transfer;
  return (
    <>
      {answer && <AnswerLines answer={answer} />}
      <DecisionFields {...props} />
    </>
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
