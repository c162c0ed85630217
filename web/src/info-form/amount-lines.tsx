import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Schemas, TransferDetail } from '../api/types.ts';
import { LINES, type Line } from '../../../domain/forms/info-form-lines.ts';
import { formatYuan } from '../../../domain/money/money.ts';
import { differenceText } from './difference-text.ts';
import { ReadInput } from './form-head.tsx';
import { fenOf, readAmount } from '../format/fen.ts';
import { identities, type FormName, type InfoFormDraft } from './info-form-draft.ts';
import { moneyHere } from './money-here.ts';

interface AmountLinesProps {
  readonly at: FormName;
  readonly draft: InfoFormDraft;
  readonly transfer: Pick<TransferDetail, 'money'>;
  readonly said: Schemas['CheckedInfoForm'] | undefined;
  readonly was: InfoFormDraft | undefined;
}

/** ① to ⑥ under each other, each with what is known of it beside it: in words, and on a line that is always there. */
export function AmountLines({ at, draft, transfer, said, was }: AmountLinesProps) {
  return (
    <div className="amount-lines">
      {LINES.map((line, index) => (
        <AmountLine key={line} at={at} line={line} number={index + 1} draft={draft} was={was?.[line]}>
          {line === 'pooledFundFen' && <Pooled said={said} />}
          {line === 'totalFen' && <AgainstMoney draft={draft} transfer={transfer} />}
        </AmountLine>
      ))}
    </div>
  );
}

interface AmountLineProps {
  readonly at: FormName;
  readonly line: Line;
  readonly number: number;
  readonly draft: InfoFormDraft;
  readonly was: string | undefined;
  readonly children: React.ReactNode;
}

function AmountLine({ at, line, number, draft, was, children }: AmountLineProps) {
  const { t } = useTranslation();
  const isOther = was !== undefined && fenOf(was) !== fenOf(draft[line]);
  return (
    <div className="amount-line">
      <Form.Item
        name={[at, line]}
        label={t(`infoForm.line${String(number) as '1'}`)}
        validateTrigger="onBlur"
        rules={[{ validator: (_, text: string | undefined) => refuseAmount(text, t('infoForm.amount')) }]}
      >
        <ReadInput read={readAmount} className="number" />
      </Form.Item>
      <p className="beside small" aria-live="polite">
        <Identity line={line} draft={draft} />
        {children}
        {isOther && <span className="changed-note">{t('infoForm.was', { was })}</span>}
      </p>
    </div>
  );
}

async function refuseAmount(text: string | undefined, message: string): Promise<void> {
  if (fenOf(text) === undefined) await Promise.reject(new Error(message));
}

function Identity({ line, draft }: { readonly line: Line; readonly draft: InfoFormDraft }) {
  const { t } = useTranslation();
  const sum = identities(draft).find((one) => one.line === line);
  if (!sum) return null;
  if (sum.differenceFen === 0) return <span className="identity good">{t('infoForm.identityHolds')}</span>;
  const parts = line === 'totalFen' ? t('infoForm.partsOfTotal') : t('infoForm.partsOfAccount');
  return <span className="identity late">{differenceText(t, { fen: sum.differenceFen, than: parts })}</span>;
}

function Pooled({ said }: { readonly said: AmountLinesProps['said'] }) {
  const { t } = useTranslation();
  if (typeof said?.pooledFundFen !== 'number') return null;
  return (
    <span className="soft">
      {t('infoForm.recomputed', { amount: formatYuan(said.pooledFundFen, { grouped: true }) })}
    </span>
  );
}

function AgainstMoney({ draft, transfer }: Pick<AmountLinesProps, 'draft' | 'transfer'>) {
  const { t } = useTranslation();
  const total = fenOf(draft.totalFen);
  const here = moneyHere(transfer.money);
  if (total === undefined) return null;
  if (here === undefined) return <span className="soft">{t('infoForm.noMoney')}</span>;
  if (here === total) return <span className="identity good">{t('infoForm.moneyAgrees')}</span>;
  return <span className="identity late">{differenceText(t, { fen: total - here, than: t('infoForm.money') })}</span>;
}
