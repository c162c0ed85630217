import { Button } from 'antd';
import type { KeyboardEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldPath } from '../../api/problem.ts';
import { goOn, isLine } from '../../forms/go-on.ts';
import { KeptForm } from '../../forms/kept-form.tsx';
import { ToldContext } from '../../forms/told.ts';
import { cellDefects } from '../../info-form/cell-defects.ts';
import { filledRows, type FormName } from '../../info-form/info-form-draft.ts';
import { CommonFields } from '../transfer/facts/common-fields.tsx';
import type { FactValues } from '../transfer/facts/fact-values.ts';
import { WhoWasFirst } from '../transfer/facts/who-was-first.tsx';
import type { FactForm as FactFormOf } from './use-fact-form.ts';

interface FactFormProps {
  readonly of: FactFormOf;
  readonly okText: string;
  readonly initialValues?: FactValues;
  readonly noteRequired?: boolean;
  readonly children?: ReactNode;
  /** Beside the button that sends. */
  readonly others?: ReactNode;
}

/** Fields that are gone through by Enter and sent by Ctrl and Enter, with everything that is wrong with them at once. */
export function FactForm({ of, okText, initialValues, noteRequired = false, children, others }: FactFormProps) {
  const { t } = useTranslation();
  const { form, refusal, sending, transferId } = of;
  const submit = (): void => {
    leaveOutBlankRows(form);
    form.submit();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>): void => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault();
      // What is being typed is kept as it is meant first.
      if (document.activeElement instanceof HTMLInputElement) document.activeElement.blur();
      submit();
    } else if (isLine(event.target) && goOn(event.currentTarget, event.target, event.shiftKey ? -1 : 1)) {
      event.preventDefault();
    }
  };
  return (
    <KeptForm<FactValues>
      of={of}
      initialValues={initialValues}
      failed={(found) =>
        refusal.failed({ ...found, errorFields: withCells(found.errorFields, form.getFieldsValue(true)) })
      }
      onKeyDown={onKeyDown}
    >
      <WhoWasFirst transferId={transferId} error={refusal.error} />
      <ToldContext value={refusal.told}>{children}</ToldContext>
      {noteRequired ? (
        <CommonFields noteRequired />
      ) : (
        <details className="more-of-fact">
          <summary>{t('entry.more')}</summary>
          <CommonFields noteRequired={false} />
        </details>
      )}
      <div className="entry-actions">
        <Button type="primary" loading={sending.isPending} onClick={submit}>
          {okText}
        </Button>
        <span className="soft small">{t('entry.sendKeys')}</span>
        {others && <span className="row others">{others}</span>}
      </div>
    </KeptForm>
  );
}

/** A row of the form that is sent is then a row of the sheet: what is refused of it finds its cell. */
function leaveOutBlankRows(form: FactFormOf['form']): void {
  const values = form.getFieldsValue(true) as FactValues;
  for (const at of ['form', 'correctedForm'] as const) {
    const years = values[at]?.years;
    const filled = filledRows(years);
    if (years && filled.length < years.length)
      form.setFieldsValue({ [at]: { years: filled.map((row) => years[row]) } });
  }
}

type ErrorFields = readonly { readonly name: FieldPath }[];

/** Of the sheet each cell is named, not the sheet. */
function withCells(errorFields: ErrorFields, values: FactValues): ErrorFields {
  return errorFields.flatMap((field) => {
    const [at, part] = field.name as [FormName, string | undefined];
    if (part !== 'years') return [field];
    return cellDefects(values[at]?.years).map(({ row, cell }) => ({ name: [at, 'years', row, cell] }));
  });
}
