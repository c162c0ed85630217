import { Button } from 'antd';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../api/queries.ts';
import type { Schemas } from '../../api/types.ts';
import { DayRange } from '../../components/day-range.tsx';
import { EXPORT_FORMATS, useAskForFile } from '../../components/export-button.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';

const LEDGERS = ['ledgerIn', 'ledgerOut'] as const;
type Asked = (typeof LEDGERS)[number] | 'publicStatistics';

/** What stands on no page as a list: the ledgers of the office, and the counts that anybody may see. */
export function AskForm() {
  const { t } = useTranslation();
  const may = useMay();
  const kinds: readonly Asked[] = may('exportLedgers') ? [...LEDGERS, 'publicStatistics'] : ['publicStatistics'];
  const [what, setWhat] = useState<Asked>(kinds[0]!);
  const [format, setFormat] = useState<Schemas['ExportFormat']>('xlsx');
  const [days, setDays] = useState<{ from?: string | undefined; to?: string | undefined }>({});
  const ask = useAskForFile();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    ask.mutate({ what, query: days, format });
  };
  const named = (one: Asked): string =>
    one === 'publicStatistics' ? t('exports.publicStatistics') : t(`importKinds.${one}`);
  return (
    <form className="stack tight" onSubmit={submit}>
      <div className="row">
        <label>
          <span className="soft small">{t('common.columns.kind')}</span>
          <select value={what} onChange={({ target }) => setWhat(kinds.find((one) => one === target.value) ?? what)}>
            {kinds.map((one) => (
              <option key={one} value={one}>
                {named(one)}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span className="soft small">{t('exports.format')}</span>
          <select
            value={format}
            onChange={({ target }) => setFormat(EXPORT_FORMATS.find((one) => one === target.value) ?? format)}
          >
            {EXPORT_FORMATS.map((one) => (
              <option key={one} value={one}>
                {t(`exports.formats.${one}`)}
              </option>
            ))}
          </select>
        </label>
        <DayRange {...days} onChange={(part) => setDays((before) => ({ ...before, ...part }))} />
        <Button htmlType="submit" type="primary" loading={ask.isPending}>
          {t('exports.button')}
        </Button>
      </div>
      <p className="soft small">{t('exports.byAcceptance')}</p>
      {ask.isError && <ProblemNotice error={ask.error} />}
    </form>
  );
}
