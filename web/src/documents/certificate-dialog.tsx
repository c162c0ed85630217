import { Form, Input } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../forms/form-dialog.tsx';
import type { Told } from '../forms/told.ts';
import { fenOf, readAmount } from '../format/fen.ts';
import { atSheetRows } from '../info-form/at-sheet-rows.ts';
import { cellDefects, unreadable } from '../info-form/cell-defects.ts';
import { ReadInput } from '../info-form/form-head.tsx';
import { filledRows } from '../info-form/info-form-draft.ts';
import { marksOf } from '../info-form/marks.ts';
import { useRefusedCells } from '../info-form/use-refused-cells.ts';
import { YearGrid } from '../info-form/year-grid.tsx';
import { isCount, isMonth, KNOWN_MONTHS, readCount, readMonth, toAccount, type AccountDraft } from './account-draft.ts';
import { useTypedPaper } from './use-typed-paper.tsx';
import '../info-form/info-form.css';

interface CertificateDialogProps {
  readonly transferId: string;
  readonly onClose: () => void;
}

/** Named as the contract names them: what is refused finds its field. */
interface Values {
  readonly input?: { readonly account?: AccountDraft };
}
const AT = 'input.account';
const accountOf = ({ input }: Values): AccountDraft => input?.account ?? {};

/** Where no rows of the account are known here: what the core system's screen shows of it, copied. */
export function CertificateDialog({ transferId, onClose }: CertificateDialogProps) {
  const { t } = useTranslation();
  const { dialog, preview } = useTypedPaper<Values>({
    transferId,
    kind: 'certificate',
    inputOf: (values) => ({ account: toAccount(accountOf(values)) }),
    seen: (error, values) => atSheetRows(error, { [AT]: accountOf(values).years }),
    onClose,
  });
  return (
    <FormDialog
      title={t('documents.kinds.certificate')}
      okText={t('common.print')}
      width={1040}
      dialog={dialog}
      onClose={onClose}
    >
      <div className="info-form stack tight">
        <p className="soft">{t('documents.certificate.explain')}</p>
        <AccountLines />
        <fieldset>
          <legend>{t('infoForm.years')}</legend>
          <Years told={dialog.refusal.told} />
        </fieldset>
        {preview}
      </div>
    </FormDialog>
  );
}

function AccountLines() {
  const { t } = useTranslation();
  const wanted = [{ required: true, whitespace: true, message: t('common.required') }];
  const month = (isWanted: boolean) => [readable(isMonth, t('documents.certificate.month'), isWanted)];
  const count = [readable(isCount, t('documents.certificate.count'))];
  const amount = (isWanted: boolean) => [readable((text) => fenOf(text) !== undefined, t('infoForm.amount'), isWanted)];
  return (
    <div className="form-head account-lines">
      <Line name="personalNo" rules={wanted}>
        <Input maxLength={40} autoComplete="off" spellCheck={false} className="number" />
      </Line>
      <Line name="employer" optional>
        <Input maxLength={200} autoComplete="off" />
      </Line>
      {KNOWN_MONTHS.map((name) => (
        <Line key={name} name={name} rules={month(false)} optional>
          <ReadInput read={readMonth} placeholder="202301" />
        </Line>
      ))}
      {(['insuredFrom', 'insuredTo'] as const).map((name) => (
        <Line key={name} name={name} rules={month(true)}>
          <ReadInput read={readMonth} placeholder="202301" />
        </Line>
      ))}
      {(['monthsHere', 'monthsInAll'] as const).map((name) => (
        <Line key={name} name={name} rules={count}>
          <ReadInput read={readCount} />
        </Line>
      ))}
      <Line name="balanceFen" rules={amount(true)}>
        <ReadInput read={readAmount} className="number" />
      </Line>
      <Line name="pooledFromElsewhereFen" rules={amount(false)} optional>
        <ReadInput read={readAmount} className="number" />
      </Line>
    </div>
  );
}

interface LineProps {
  readonly name: Exclude<keyof AccountDraft, 'years'>;
  readonly rules?: readonly object[];
  readonly optional?: boolean;
  readonly children: React.ReactNode;
}

function Line({ name, rules = [], optional = false, children }: LineProps) {
  const { t } = useTranslation();
  const label = t(`documents.certificate.${name}`);
  return (
    <Form.Item
      name={['input', 'account', name]}
      label={optional ? `${label} (${t('common.optional')})` : label}
      validateTrigger="onBlur"
      rules={[...rules]}
    >
      {children}
    </Form.Item>
  );
}

const readable = (isRead: (text: string) => boolean, message: string, isWanted = true) => ({
  validator: async (_: unknown, text = ''): Promise<void> => {
    const isFine = text.trim() === '' ? !isWanted : isRead(text);
    if (!isFine) await Promise.reject(new Error(message));
  },
});

function Years({ told }: { readonly told: Told }) {
  const { t } = useTranslation();
  const form = Form.useFormInstance<Values>();
  const years = Form.useWatch(['input', 'account', 'years'], form) as AccountDraft['years'];
  const refused = useRefusedCells(AT, years, told.defects);
  const marks = useMemo(() => {
    const own = told.tried ? cellDefects(years) : unreadable(years);
    const unread = own.map(({ row, cell, code }) => ({
      field: `years.${String(row)}.${cell}`,
      text: t(`infoForm.cell.${code}`),
      wrong: true,
    }));
    return marksOf([...unread, ...refused]);
  }, [told.tried, years, refused, t]);
  const refuse = async (_: unknown, rows: AccountDraft['years']): Promise<void> => {
    if (filledRows(rows).length === 0) await Promise.reject(new Error(t('documents.certificate.noRows')));
    if (cellDefects(rows).length > 0) await Promise.reject(new Error(t('infoForm.unread')));
  };
  return (
    <Form.Item
      name={['input', 'account', 'years']}
      validateTrigger="onSubmit"
      className="sheet-item"
      rules={[{ validator: refuse }]}
    >
      <YearGrid id="input_account_years" marks={marks} />
    </Form.Item>
  );
}
