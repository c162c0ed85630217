import { useId, useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/types.ts';
import { CredentialField } from './credential-field.tsx';

interface SignInFormProps {
  /** Behind a heading that opens it: in the practice office the desks come first. */
  readonly folded: boolean;
  readonly busy: boolean;
  readonly onSubmit: (credentials: Schemas['Credentials']) => void;
}

type Credentials = Schemas['Credentials'];
const NAMES = ['username', 'password'] as const;

/** Two plain fields: the first page is there before the library of the other forms. */
export function SignInForm({ folded, busy, onSubmit }: SignInFormProps) {
  const { t } = useTranslation();
  const form = useRef<HTMLFormElement>(null);
  const shows = useId();
  const [values, setValues] = useState<Credentials>({ username: '', password: '' });
  const [sent, setSent] = useState(false);
  const [shown, setShown] = useState(false);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setSent(true);
    const empty = NAMES.find((name) => values[name] === '');
    if (empty) form.current?.querySelector<HTMLInputElement>(`[name=${empty}]`)?.focus();
    else if (!busy) onSubmit(values);
  };
  const field = (name: keyof Credentials) => ({
    name,
    label: t(`signIn.${name}`),
    value: values[name],
    onChange: (text: string) => setValues({ ...values, [name]: text }),
    isMissing: sent && values[name] === '',
  });
  const fields = (
    <form ref={form} className="credentials stack tight" noValidate onSubmit={submit}>
      <CredentialField {...field('username')} autoComplete="username" autoCapitalize="none" maxLength={60} />
      <CredentialField
        {...field('password')}
        type={shown ? 'text' : 'password'}
        autoComplete="current-password"
        maxLength={200}
      />
      <label className="row" htmlFor={shows}>
        <input
          id={shows}
          type="checkbox"
          className="pick"
          checked={shown}
          onChange={(event) => setShown(event.target.checked)}
        />
        {t('signIn.showPassword')}
      </label>
      <div>
        <button type="submit" className="button primary" aria-busy={busy}>
          {t('signIn.button')}
        </button>
      </div>
    </form>
  );
  if (!folded) return fields;
  return (
    <details>
      <summary>{t('signIn.ordinary')}</summary>
      {fields}
    </details>
  );
}
