import { Button, Form } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useInterestRates, useMe, useOfficeDate } from '../api/queries.ts';
import type { TransferDetail } from '../api/types.ts';
import { AmountLines } from './amount-lines.tsx';
import { cellDefects, unreadable, type CellDefect } from './cell-defects.ts';
import { ChecksSummary, type Pointed } from './checks-summary.tsx';
import { findingText } from './finding-text.ts';
import { FormHead } from './form-head.tsx';
import { takesTwo, type FormName, type InfoFormDraft } from './info-form-draft.ts';
import { marksOf } from './marks.ts';
import { sampleInfoForm } from './sample-info-form.ts';
import { useTold } from '../forms/told.ts';
import { TITLES } from './year-row.tsx';
import { YearGrid } from './year-grid.tsx';
import { useChecks } from './use-checks.ts';
import { useRefusedCells } from './use-refused-cells.ts';
import './info-form.css';

interface FiguresProps {
  readonly transfer: Pick<TransferDetail, 'counterpart' | 'money'>;
  /** Under which name the fact has it. */
  readonly at: FormName;
  /** What is recorded, where it is typed over. */
  readonly was?: InfoFormDraft | undefined;
}

/** The form ①–⑥ with its yearly rows, checked while one types. What does not add up is shown and still recorded. */
export function FiguresOfForm({ transfer, at, was }: FiguresProps) {
  const { t } = useTranslation();
  const form = Form.useFormInstance();
  const draft: InfoFormDraft = (Form.useWatch(at, form) as InfoFormDraft | undefined) ?? {};
  const { tried, defects } = useTold();
  const refused = useRefusedCells(at, draft.years, defects);
  const checks = useChecks(draft, transfer.counterpart.areaCode);
  const { findings } = checks;
  const own = useMemo(() => (tried ? cellDefects(draft.years) : unreadable(draft.years)), [tried, draft.years]);
  const marks = useMemo(() => {
    const found = findings.map((one) => ({
      field: one.field,
      text: findingText(one, t),
      wrong: one.severity === 'defect',
    }));
    const unread = own.map((one) => ({ field: fieldOf(one), text: t(`infoForm.cell.${one.code}`), wrong: true }));
    return marksOf([unread, refused, found].flat());
  }, [findings, own, refused, t]);
  const pointed: Pointed[] = own.map((one) => ({
    id: `${at}_years_${String(one.row)}_${one.cell}`,
    text: `${t('infoForm.row', { row: one.row + 1 })} · ${t(`infoForm.${TITLES[one.cell]}`)}: ${t(`infoForm.cell.${one.code}`)}`,
  }));
  return (
    <div className="info-form stack tight">
      <FormHead at={at} aside={at === 'form' && <Sample />} />
      <fieldset>
        <legend>{t('infoForm.sums')}</legend>
        <AmountLines at={at} draft={draft} transfer={transfer} said={checks.said} was={was} />
      </fieldset>
      <fieldset>
        <legend>{t('infoForm.years')}</legend>
        <Form.Item
          name={[at, 'years']}
          validateTrigger="onSubmit"
          help=""
          className="sheet-item"
          rules={[{ validator: (_, years: InfoFormDraft['years']) => refuseCells(years) }]}
        >
          <YearGrid id={`${at}_years`} marks={marks} was={was?.years} />
        </Form.Item>
      </fieldset>
      {takesTwo(draft) && <p className="soft">{t('infoForm.takesTwo')}</p>}
      <ChecksSummary at={at} checks={checks} unread={pointed} />
    </div>
  );
}

const fieldOf = ({ row, cell }: CellDefect): string => `years.${String(row)}.${cell}`;

async function refuseCells(years: InfoFormDraft['years']): Promise<void> {
  if (cellDefects(years).length > 0) await Promise.reject(new Error());
}

/** For a visitor of the practice office, who has no paper to copy. */
function Sample() {
  const { t } = useTranslation();
  const { practice } = useMe();
  const rates = useInterestRates();
  const officeDate = useOfficeDate();
  const form = Form.useFormInstance();
  if (!practice || officeDate === undefined) return null;
  return (
    <Button size="small" onClick={() => form.setFieldsValue({ form: sampleInfoForm(officeDate, rates) })}>
      {t('infoForm.sample')}
    </Button>
  );
}
