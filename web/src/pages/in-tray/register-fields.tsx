import { Form, Input, Select, type InputRef } from 'antd';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { DayField, MinuteField } from '../../components/day-field.tsx';
import { dayOf, inputOfInstant } from '../../format/day.ts';
import type { Schemas } from '../../api/types.ts';
import { DisputeReason } from './dispute-reason.tsx';
import { NumberField } from './number-field.tsx';
import { SenderField } from './sender-field.tsx';

const KINDS = [
  'letter',
  'form',
  'dispute',
  'chaser',
  'ownLetterBack',
  'other',
] as const satisfies readonly Schemas['IncomingKind'][];
const CHANNELS = ['ems', 'platform', 'hand'] as const satisfies readonly Schemas['IncomingChannel'][];
/** Letters have a number of the other office; these may name the number of our case. */
const NAMES_OUR_CASE: readonly unknown[] = ['dispute', 'chaser', 'ownLetterBack'];

interface RegisterFieldsProps {
  readonly first: RefObject<InputRef | null>;
  readonly now: string | undefined;
}

export function RegisterFields({ first, now }: RegisterFieldsProps) {
  const { t } = useTranslation();
  const kind: unknown = Form.useWatch('kind');
  const sender: unknown = Form.useWatch('senderAreaCode');
  const required = [{ required: true, message: t('common.required') }];
  const optional = (label: string): string => `${label} (${t('common.optional')})`;
  return (
    <div className="in-tray-fields">
      <Form.Item name="waybill" label={optional(t('inTray.waybill'))}>
        <Input ref={first} className="number" autoComplete="off" spellCheck={false} maxLength={40} />
      </Form.Item>
      <Form.Item name="kind" label={t('common.columns.kind')} rules={required}>
        <Select options={KINDS.map((value) => ({ value, label: t(`inTray.kinds.${value}`) }))} />
      </Form.Item>
      <Form.Item name="channel" label={t('facts.fields.channel')} rules={required}>
        <Select options={CHANNELS.map((value) => ({ value, label: t(`inTray.channels.${value}`) }))} />
      </Form.Item>
      <Form.Item name="arrivedAt" label={t('inTray.arrivedAt')} rules={required}>
        <MinuteField max={now && inputOfInstant(now)} />
      </Form.Item>
      <SenderField />
      {!sender && (
        <Form.Item name="senderName" label={optional(t('inTray.senderName'))}>
          <Input autoComplete="off" maxLength={200} />
        </Form.Item>
      )}
      <Form.Item
        name="letterNo"
        label={optional(t(NAMES_OUR_CASE.includes(kind) ? 'inTray.caseNoOnIt' : 'inTray.letterNo'))}
      >
        <Input className="number" autoComplete="off" spellCheck={false} maxLength={70} />
      </Form.Item>
      <Form.Item name="letterDated" label={optional(t('inTray.letterDated'))}>
        <DayField max={now && dayOf(now)} />
      </Form.Item>
      <Form.Item name={['person', 'name']} label={optional(t('accept.name'))}>
        <Input autoComplete="off" maxLength={100} />
      </Form.Item>
      <NumberField label={optional(t('accept.idNumber'))} />
      {kind === 'dispute' && <DisputeReason />}
      <Form.Item name="scanReference" label={optional(t('inTray.scanReference'))}>
        <Input className="number" autoComplete="off" spellCheck={false} maxLength={100} />
      </Form.Item>
      <Form.Item name="note" label={optional(t('facts.note'))}>
        <Input autoComplete="off" maxLength={2000} />
      </Form.Item>
    </div>
  );
}
