import { useId, type ComponentProps } from 'react';
import { useTranslation } from 'react-i18next';

interface CredentialFieldProps extends Pick<
  ComponentProps<'input'>,
  'name' | 'type' | 'autoComplete' | 'autoCapitalize' | 'maxLength'
> {
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly isMissing: boolean;
}

export function CredentialField({ label, onChange, isMissing, ...input }: CredentialFieldProps) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <div className="plain-field">
      <label htmlFor={id}>{label}</label>
      <input
        {...input}
        id={id}
        spellCheck={false}
        aria-required
        aria-invalid={isMissing}
        aria-describedby={`${id}-said`}
        onChange={(event) => onChange(event.target.value)}
      />
      <span id={`${id}-said`} className="wrong" role="alert">
        {isMissing && t('common.required')}
      </span>
    </div>
  );
}
