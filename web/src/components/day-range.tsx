import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { DayField } from './day-field.tsx';

interface Range {
  /** Days `YYYY-MM-DD`, both included. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

interface DayRangeProps extends Range {
  readonly onChange: (part: Range) => void;
}

/** The days of a list: neither end lies behind the other. */
export function DayRange({ from, to, onChange }: DayRangeProps) {
  const { t } = useTranslation();
  const [first, last] = [useId(), useId()];
  return (
    <>
      <div className="row">
        <label htmlFor={first}>{t('common.from')}</label>
        <DayField
          id={first}
          {...(from !== undefined && { value: from })}
          max={to}
          onChange={(day) => onChange({ from: day })}
        />
      </div>
      <div className="row">
        <label htmlFor={last}>{t('common.to')}</label>
        <DayField
          id={last}
          {...(to !== undefined && { value: to })}
          min={from}
          onChange={(day) => onChange({ to: day })}
        />
      </div>
    </>
  );
}
