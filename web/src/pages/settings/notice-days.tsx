import { Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { RemoveLine } from './remove-line.tsx';

/** Typed, not picked: a notice has some thirty days, and the keyboard is quicker. */
function DayInput({
  index,
  field,
  label,
}: {
  readonly index: number;
  readonly field?: string;
  readonly label: string;
}) {
  const { t } = useTranslation();
  return (
    <Form.Item name={field === undefined ? index : [index, field]}>
      <Input
        className="number"
        autoComplete="off"
        maxLength={20}
        aria-label={label}
        placeholder={t('settings.daySuch')}
      />
    </Form.Item>
  );
}

export function RestBlocks() {
  const { t } = useTranslation();
  return (
    <fieldset className="form-lines">
      <legend>{t('settings.rest')}</legend>
      <Form.List name="rest">
        {(lines, { add, remove }, { errors }) => (
          <>
            {lines.map(({ key, name }) => (
              <div className="form-line" key={key}>
                <DayInput index={name} field="from" label={t('settings.from', { line: name + 1 })} />
                <DayInput index={name} field="to" label={t('settings.to', { line: name + 1 })} />
                <RemoveLine index={name} onRemove={() => remove(name)} />
              </div>
            ))}
            <Button onClick={() => add({ from: '', to: '' })}>{t('settings.addRest')}</Button>
            <Form.ErrorList errors={errors} />
          </>
        )}
      </Form.List>
    </fieldset>
  );
}

export function WorkDays() {
  const { t } = useTranslation();
  return (
    <fieldset className="form-lines">
      <legend>{t('settings.work')}</legend>
      <Form.List name="work">
        {(lines, { add, remove }) => (
          <>
            {lines.map(({ key, name }) => (
              <div className="form-line" key={key}>
                <DayInput index={name} label={t('settings.workDay', { line: name + 1 })} />
                <RemoveLine index={name} onRemove={() => remove(name)} />
              </div>
            ))}
            <Button onClick={() => add('')}>{t('settings.addWork')}</Button>
          </>
        )}
      </Form.List>
    </fieldset>
  );
}
