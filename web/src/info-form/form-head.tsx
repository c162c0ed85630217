import { Checkbox, Form, Input } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isDate } from '../../../domain/time/shanghai-day.ts';
import { readDay } from './cells.ts';
import type { FormName } from './info-form-draft.ts';

/** What stands above the amounts. Days are typed as people write them, and put in order when the field is left. */
export function FormHead({ at, aside }: { readonly at: FormName; readonly aside?: ReactNode }) {
  const { t } = useTranslation();
  const day = [{ validator: (_: unknown, text?: string) => refuseDay(text, t('infoForm.day')) }];
  const optional = (title: string): string => `${title} (${t('common.optional')})`;
  return (
    <div className="form-head">
      <Form.Item name={[at, 'formNo']} label={optional(t('infoForm.formNo'))}>
        <Input maxLength={24} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name={[at, 'receivedOn']}
        label={optional(t('infoForm.receivedOn'))}
        rules={day}
        validateTrigger="onBlur"
      >
        <ReadInput read={readDay} placeholder="2026-06-08" />
      </Form.Item>
      <Form.Item
        name={[at, 'transferredOn']}
        label={optional(t('infoForm.transferredOn'))}
        rules={day}
        validateTrigger="onBlur"
      >
        <ReadInput read={readDay} placeholder="2026-06-08" />
      </Form.Item>
      <div className="row spread">
        <Form.Item name={[at, 'temporaryAccount']} valuePropName="checked">
          <Checkbox>{t('infoForm.temporaryAccount')}</Checkbox>
        </Form.Item>
        {aside}
      </div>
    </div>
  );
}

async function refuseDay(text: string | undefined, message: string): Promise<void> {
  if (text?.trim() && !isDate(readDay(text))) await Promise.reject(new Error(message));
}

interface ReadInputProps {
  readonly read: (text: string) => string;
  readonly id?: string;
  readonly value?: string;
  readonly placeholder?: string;
  readonly onChange?: (text: string) => void;
  readonly onBlur?: () => void;
  readonly className?: string;
}

/** A line that is kept as it is meant, however it was written. */
export function ReadInput({ read, value = '', onChange, onBlur, ...input }: ReadInputProps) {
  return (
    <Input
      {...input}
      value={value}
      inputMode="decimal"
      autoComplete="off"
      maxLength={40}
      onChange={({ target }) => onChange?.(target.value)}
      onFocus={({ target }) => target.select()}
      onBlur={() => {
        if (read(value) !== value) onChange?.(read(value));
        onBlur?.();
      }}
    />
  );
}
