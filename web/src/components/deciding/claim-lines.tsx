import { Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatYuan } from '../../../../domain/money/money.ts';
import { Yuan } from '../time.tsx';
import './deciding.css';
import { ClaimLine } from './claim-line.tsx';
import { claimedFen, newLine, type ClaimLine as Line } from './decision-values.ts';

/** Whose the money is: one case or several, with what is left shown while one types. */
export function ClaimLines({ amountFen }: { readonly amountFen: number }) {
  const { t } = useTranslation();
  const form = Form.useFormInstance();
  const lines = (Form.useWatch('lines', { form, preserve: true }) ?? []) as readonly (Line | undefined)[];
  const restFen = amountFen - claimedFen(lines);
  const refuse = (): string | undefined => {
    const over = claimedFen(form.getFieldValue('lines') as readonly Line[]) - amountFen;
    return over > 0 ? t('waitingMoney.tooMuch', { amount: formatYuan(over, { grouped: true }) }) : undefined;
  };
  return (
    <Form.List name="lines">
      {(fields, { add, remove }) => (
        <div className="stack tight">
          {fields.map(({ key, name }) => (
            <ClaimLine
              key={key}
              at={name}
              line={lines[name]}
              refuse={refuse}
              onRemove={fields.length > 1 ? () => remove(name) : undefined}
            />
          ))}
          <div className="row spread">
            <Button onClick={() => add(newLine(restFen))}>{t('waitingMoney.addLine')}</Button>
            <span role="status" className={restFen < 0 ? 'verdict late' : undefined}>
              {t('waitingMoney.rest')} <Yuan fen={restFen} />
            </span>
          </div>
        </div>
      )}
    </Form.List>
  );
}
