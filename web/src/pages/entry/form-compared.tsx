import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas, TransferDetail } from '../../api/types.ts';
import { Panel } from '../../components/panel.tsx';
import { Day } from '../../components/time.tsx';
import { differenceText } from '../../info-form/difference-text.ts';
import { FindingList } from '../../info-form/finding-list.tsx';
import { draftOf } from '../../info-form/info-form-draft.ts';
import { moneyHere } from '../../info-form/money-here.ts';
import { useChecks } from '../../info-form/use-checks.ts';
import { ComparedLines } from './compared-lines.tsx';
import { ComparedYears } from './compared-years.tsx';

interface FormComparedProps {
  readonly form: Schemas['InfoForm'];
  readonly transfer: TransferDetail;
}

/** What was entered beside what the office computes of it; where they differ comes first. */
export function FormCompared({ form, transfer }: FormComparedProps) {
  const { t } = useTranslation();
  const draft = useMemo(() => draftOf(form), [form]);
  const checks = useChecks(draft, transfer.counterpart.areaCode);
  // What was found when it came, until it is computed anew.
  const findings = checks.state === 'said' ? checks.findings : form.flags;
  return (
    <Panel
      title={t('entry.compared.title')}
      aside={
        <span className="soft small">
          {form.formNo && `${t('infoForm.formNo')} ${form.formNo} · `}
          {t(form.state === 'issued' ? 'formStates.issued' : 'infoForm.receivedOn')} <Day on={form.receivedOn} />
          {form.temporaryAccount && ` · ${t('infoForm.temporaryAccount')}`}
        </span>
      }
    >
      <div className="stack tight">
        {/* Of our own form the money leaves only once it is signed. */}
        {form.state !== 'issued' && <Money form={form} transfer={transfer} />}
        {findings.length === 0 ? (
          <p className="verdict good">{t('infoForm.checksFine')}</p>
        ) : (
          <FindingList title={t('entry.compared.differences')} findings={findings} at="compared" />
        )}
        <ComparedLines form={form} findings={findings} said={checks.said} />
        <ComparedYears form={form} findings={findings} />
      </div>
    </Panel>
  );
}

function Money({ form, transfer }: FormComparedProps) {
  const { t } = useTranslation();
  const here = moneyHere(transfer.money);
  if (here === undefined) return <p className="soft">{t('infoForm.noMoney')}</p>;
  if (here === form.totalFen) return <p className="verdict good">{t('infoForm.moneyAgrees')}</p>;
  return (
    <p className="verdict late">⑥ {differenceText(t, { fen: form.totalFen - here, than: t('infoForm.money') })}</p>
  );
}
