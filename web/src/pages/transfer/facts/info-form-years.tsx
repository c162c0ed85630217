import { Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { FormName } from './fact-values.ts';
import { refuseAmount } from './refuse-amount.ts';

const AMOUNTS = ['baseFen', 'creditedFen', 'interestFen', 'balanceFen'] as const;
/** What this page does not ask and a form may have. */
const KEPT = ['areaCode', 'note', 'employerRate'] as const;
const RATES = ['personalRate', 'accountRate'] as const;

/** One line per row of the form; months that are left empty are counted from the span. */
export function InfoFormYears({ at }: { readonly at: FormName }) {
  const { t } = useTranslation();
  const month = [{ pattern: /^\d{6}$/, message: t('infoForm.month') }];
  const from = [{ required: true, pattern: /^(\d{4}|\d{6})$/, message: t('infoForm.month') }];
  const amount = [{ validator: (_: unknown, text: string | undefined) => refuseAmount(text, t('infoForm.amount')) }];
  // Empty is a fixed sum without a base.
  const base = [
    { validator: (_: unknown, text?: string) => (text?.trim() ? refuseAmount(text, t('infoForm.amount')) : undefined) },
  ];
  const titles = [
    t('infoForm.from'),
    t('infoForm.to'),
    t('infoForm.months'),
    t('infoForm.base'),
    t('infoForm.baseReason'),
    t('infoForm.personalRate'),
    t('infoForm.accountRate'),
    t('infoForm.credited'),
    t('infoForm.interest'),
    t('infoForm.balance'),
  ];
  return (
    <Form.List name={[at, 'years']} initialValue={[{}]}>
      {(rows, { add, remove }) => (
        <div className="years" role="group" aria-label={t('infoForm.years')}>
          <div className="year-row head" aria-hidden="true">
            {titles.map((title) => (
              <span key={title}>{title}</span>
            ))}
          </div>
          {rows.map(({ key, name }) => {
            const label = (title: string): string => `${t('infoForm.row', { row: name + 1 })}: ${title}`;
            return (
              <div className="year-row" key={key}>
                <Form.Item name={[name, 'fromMonth']} rules={from} validateTrigger="onBlur">
                  <Input aria-label={label(t('infoForm.from'))} inputMode="numeric" maxLength={6} />
                </Form.Item>
                <Form.Item name={[name, 'toMonth']} rules={month} validateTrigger="onBlur">
                  <Input aria-label={label(t('infoForm.to'))} inputMode="numeric" maxLength={6} />
                </Form.Item>
                <Form.Item name={[name, 'months']}>
                  <Input aria-label={label(t('infoForm.months'))} inputMode="numeric" maxLength={2} />
                </Form.Item>
                <Form.Item name={[name, 'baseFen']} rules={base} validateTrigger="onBlur">
                  <Input aria-label={label(t('infoForm.base'))} inputMode="decimal" />
                </Form.Item>
                <Form.Item name={[name, 'baseReason']}>
                  <Input aria-label={label(t('infoForm.baseReason'))} maxLength={200} />
                </Form.Item>
                {RATES.map((rate) => (
                  <Form.Item key={rate} name={[name, rate]}>
                    <Input aria-label={label(t(`infoForm.${rate}`))} inputMode="decimal" maxLength={5} />
                  </Form.Item>
                ))}
                {AMOUNTS.slice(1).map((field) => (
                  <Form.Item key={field} name={[name, field]} rules={amount} validateTrigger="onBlur">
                    <Input aria-label={label(t(`infoForm.${nameOf(field)}`))} inputMode="decimal" />
                  </Form.Item>
                ))}
                {KEPT.map((field) => (
                  <Form.Item key={field} name={[name, field]} hidden>
                    <Input />
                  </Form.Item>
                ))}
                <Button
                  type="text"
                  size="small"
                  aria-label={t('infoForm.removeYear', { row: name + 1 })}
                  disabled={rows.length === 1}
                  onClick={() => remove(name)}
                >
                  ×
                </Button>
              </div>
            );
          })}
          <Button size="small" onClick={() => add({})}>
            {t('infoForm.addYear')}
          </Button>
        </div>
      )}
    </Form.List>
  );
}

/** `creditedFen` → `credited`, the name of its label. */
function nameOf(field: (typeof AMOUNTS)[number]): 'base' | 'credited' | 'interest' | 'balance' {
  return field.slice(0, -'Fen'.length) as 'base';
}
