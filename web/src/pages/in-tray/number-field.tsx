import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { checkResidentId } from '../../../../domain/persons/resident-id.ts';

interface NumberFieldProps {
  readonly label: string;
  /** Of the person. */
  readonly of?: string;
}

/** As it stands on the paper: what cannot be is said while one types, and is no reason to refuse the paper. */
export function NumberField({ label, of = 'person' }: NumberFieldProps) {
  const { t } = useTranslation();
  const typed = ((Form.useWatch([of, 'idNumber']) as string | undefined) ?? '').trim();
  const checked = checkResidentId(typed);
  const wrong = typed.length >= WHOLE && !checked.ok ? checked.defects : [];
  const extra = wrong.map((defect) => t(`accept.idDefect.${defect}`)).join(' ');
  return (
    <Form.Item
      name={[of, 'idNumber']}
      label={label}
      {...(extra !== '' && { extra: <span className="late">{extra}</span> })}
    >
      <Input className="number" autoComplete="off" spellCheck={false} maxLength={20} />
    </Form.Item>
  );
}

/** Half a number is no mistake yet. */
const WHOLE = 18;
