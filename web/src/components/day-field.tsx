import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import type { KeyboardEvent, ReactNode } from 'react';
import 'dayjs/locale/fa';
import 'dayjs/locale/ko';
import 'dayjs/locale/vi';
import 'dayjs/locale/zh-cn';
import { useOfficeDate } from '../api/queries.ts';

interface FieldProps {
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: (text: string | undefined) => void;
  /** Days `YYYY-MM-DD`, both included. */
  readonly min?: string | undefined;
  readonly max?: string | undefined;
  /** There is always one: nothing to be emptied. */
  readonly always?: boolean;
}

/** Enter takes the day that is marked; it does not send the form around it. */
function Calendar({ children }: { readonly children: ReactNode }) {
  const keep = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) event.preventDefault();
  };
  return <span onKeyDown={keep}>{children}</span>;
}

/** A day `YYYY-MM-DD`. The calendar opens at the office's own day, not at that of the browser. */
export function DayField({ id, value, onChange, min, max, always = false }: FieldProps) {
  const office = useOfficeDate();
  return (
    <Calendar>
      <DatePicker
        {...(id !== undefined && { id })}
        value={value ? dayjs(value) : null}
        onChange={(_, text) => onChange?.(textOf(text))}
        format="YYYY-MM-DD"
        showNow={false}
        allowClear={!always}
        {...(min !== undefined && { minDate: dayjs(min) })}
        {...(max !== undefined && { maxDate: dayjs(max) })}
        {...(office !== undefined && !value && { defaultPickerValue: dayjs(office) })}
      />
    </Calendar>
  );
}

/** A minute `YYYY-MM-DDTHH:mm` in the office's time, wherever the browser stands. */
export function MinuteField({ id, value, onChange, max }: FieldProps) {
  const office = useOfficeDate();
  return (
    <Calendar>
      <DatePicker
        {...(id !== undefined && { id })}
        value={value ? dayjs(value) : null}
        onChange={(_, text) => onChange?.(textOf(text)?.replace(' ', 'T'))}
        format="YYYY-MM-DD HH:mm"
        showTime={{ format: 'HH:mm' }}
        showNow={false}
        {...(max !== undefined && { maxDate: dayjs(max) })}
        {...(office !== undefined && !value && { defaultPickerValue: dayjs(office) })}
      />
    </Calendar>
  );
}

const textOf = (text: string | string[] | null): string | undefined =>
  typeof text === 'string' && text !== '' ? text : undefined;
