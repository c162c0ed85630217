import { Checkbox, Form, Input, Radio, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCounterparts, useOfficeDate, useReasons } from '../../../api/queries.ts';
import type { Reason } from '../../../api/types.ts';
import { DayField } from '../../../components/day-field.tsx';
import { addDays } from '../../../../../domain/time/shanghai-day.ts';
import { checkWaybill } from '../../../../../domain/letters/waybill.ts';
import { codeAndWords } from '../../../i18n/reason-words.ts';
import { useLanguage } from '../../../i18n/use-language.ts';
import { FindingList } from '../../../info-form/finding-list.tsx';
import { useProcedureWords } from '../../../procedures/use-procedure-words.ts';
import { outcomesBy, reasonsFor, wantsReason } from './fact-rules.ts';
import { openDefectsOf } from './open-defects.ts';
import type { FactFieldsProps } from './fact-fields-props.ts';

function useRequired() {
  const { t } = useTranslation();
  return [{ required: true, message: t('common.required') }];
}

/** What the reason does, what a person may decide instead, and the norm it rests on. */
function ReasonLine({ reason: { effect, otherEffect, ground } }: { readonly reason: Reason }) {
  const { t } = useTranslation();
  const said = [
    t(`facts.effects.${effect}`),
    otherEffect && t('facts.otherEffect', { effect: t(`facts.effects.${otherEffect}`) }),
    ground && t('facts.ground', { ground }),
  ];
  return <span>{said.filter(Boolean).join(' · ')}</span>;
}

/** Only the reasons that this fact may carry. */
export function ReasonFields({ kind, standing }: FactFieldsProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const required = useRequired();
  const reasons = reasonsFor(kind, useReasons(), standing);
  const options = reasons.map((reason) => ({ value: reason.code, label: codeAndWords(reason, language) }));
  const chosen = Form.useWatch<string | undefined>('reasonCode');
  const reason = reasons.find(({ code }) => code === chosen);
  return (
    <Form.Item
      name="reasonCode"
      label={t('facts.reason')}
      rules={required}
      {...(reason && { extra: <ReasonLine reason={reason} /> })}
    >
      <Select options={options} showSearch={{ optionFilterProp: 'label' }} />
    </Form.Item>
  );
}

/** How the open step ends; with a reason where the outcome wants one. */
export function DecisionFields(props: FactFieldsProps) {
  const { t } = useTranslation();
  const required = useRequired();
  const words = useProcedureWords();
  const { kind, transfer, standing } = props;
  const options = outcomesBy(kind, standing.open).map((outcome) => ({
    value: outcome,
    label: words.outcome(outcome, transfer.procedure),
  }));
  const decided: string | undefined = Form.useWatch('outcome');
  return (
    <>
      <Form.Item name="outcome" label={t('facts.fields.outcome')} rules={required}>
        <Radio.Group options={options} />
      </Form.Item>
      {wantsReason(standing.open, decided) && <ReasonFields {...props} />}
    </>
  );
}

export function LetterFields({ transfer }: FactFieldsProps) {
  const { t } = useTranslation();
  const required = useRequired();
  const today = useOfficeDate();
  const usual = useCounterparts().find(({ areaCode }) => areaCode === transfer.counterpart.areaCode)?.channel;
  const chosen: unknown = Form.useWatch('channel') ?? usual;
  const channels = (['ems', 'platform'] as const).map((value) => ({ value, label: t(`letterChannels.${value}`) }));
  const says = { form: t('facts.fields.waybillForm'), checkDigit: t('facts.fields.waybillCheck') };
  return (
    <>
      <Form.Item name="channel" label={t('facts.fields.channel')} rules={required} initialValue={usual ?? 'ems'}>
        <Radio.Group options={channels} />
      </Form.Item>
      {chosen !== 'platform' && (
        <Form.Item
          name="waybill"
          label={t('facts.fields.waybill')}
          extra={t('facts.fields.waybillHint')}
          validateTrigger="onBlur"
          rules={[...required, { validator: (_, text: string | undefined) => refuseWaybill(text, says) }]}
        >
          <Input autoComplete="off" spellCheck={false} maxLength={40} />
        </Form.Item>
      )}
      {chosen !== 'platform' && (
        <Form.Item name="sameEnvelope" valuePropName="checked">
          <Checkbox>{t('facts.fields.sameEnvelope')}</Checkbox>
        </Form.Item>
      )}
      <Form.Item name="postedOn" label={`${t('facts.fields.postedOn')} (${t('common.optional')})`}>
        <DayField max={today} />
      </Form.Item>
    </>
  );
}

type WaybillDefects = Readonly<Record<'form' | 'checkDigit', string>>;

async function refuseWaybill(text: string | undefined, says: WaybillDefects): Promise<void> {
  if (!text) return;
  const checked = checkWaybill(text);
  if (!checked.ok) await Promise.reject(new Error(says[checked.defect]));
}

const HOLD_DAYS = 14;

export function HoldFields(props: FactFieldsProps) {
  const { t } = useTranslation();
  const required = useRequired();
  const today = useOfficeDate();
  return (
    <>
      <ReasonFields {...props} />
      <Form.Item
        name="reviewOn"
        label={t('facts.fields.reviewOn')}
        rules={required}
        {...(today !== undefined && { initialValue: addDays(today, HOLD_DAYS) })}
      >
        <DayField min={today} />
      </Form.Item>
    </>
  );
}

export function ContactFields(_: FactFieldsProps) {
  const { t } = useTranslation();
  const required = useRequired();
  const channels = (['phone', 'letter', 'platform', 'visit'] as const).map((value) => ({
    value,
    label: t(`contactChannels.${value}`),
  }));
  const abouts = (['withdrawalAsked', 'withdrawalAgreed'] as const).map((value) => ({
    value,
    label: t(`contactAbouts.${value}`),
  }));
  return (
    <>
      <Form.Item name="channel" label={t('facts.fields.contacted')} rules={required} initialValue="phone">
        <Radio.Group options={channels} />
      </Form.Item>
      <Form.Item name="about" label={`${t('facts.fields.contactAbout')} (${t('common.optional')})`}>
        <Select allowClear options={abouts} />
      </Form.Item>
      <Form.Item name="legalGround" label={`${t('facts.fields.legalGround')} (${t('common.optional')})`}>
        <Input maxLength={200} />
      </Form.Item>
    </>
  );
}

export function ToldFields({ transfer }: FactFieldsProps) {
  const { t } = useTranslation();
  const required = useRequired();
  const duties = transfer.tasks.filter(({ kind, closedAt }) => kind === 'tellPerson' && closedAt === null);
  const options = duties.map(({ id, kind, reasonCode, dueOn }) => ({
    value: id,
    label: [t(`taskKinds.${kind}`), reasonCode, t('transfer.tasks.due', { day: dueOn })].filter(Boolean).join(' · '),
  }));
  const channels = (['window', 'phone', 'sms', 'letter'] as const).map((value) => ({
    value,
    label: t(`toldBy.${value}`),
  }));
  const [first] = duties;
  return (
    <>
      <Form.Item
        name="taskId"
        label={t('facts.fields.task')}
        rules={required}
        {...(first && { initialValue: first.id })}
        {...(duties.length === 0 && { extra: t('facts.fields.noTask') })}
      >
        <Select options={options} />
      </Form.Item>
      <Form.Item name="channel" label={t('facts.fields.toldBy')} rules={required} initialValue="phone">
        <Radio.Group options={channels} />
      </Form.Item>
    </>
  );
}

/** Over what it would be booked, when the info form says what cannot be; nothing otherwise. */
export function BookingFields({ transfer }: FactFieldsProps) {
  const { t } = useTranslation();
  const defects = openDefectsOf(transfer);
  return defects.length === 0 ? null : <FindingList title={t('facts.fields.openDefects')} findings={defects} />;
}
