import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/types.ts';
import { Yuan } from '../../components/time.tsx';
import { differenceText } from '../../info-form/difference-text.ts';
import { LINES, type Line } from '../../../../domain/forms/info-form-lines.ts';
import { recomputedLine } from './recomputed-line.ts';

interface ComparedLinesProps {
  readonly form: Schemas['InfoForm'];
  readonly findings: readonly Schemas['Finding'][];
  readonly said: Schemas['CheckedInfoForm'] | undefined;
}

/** ① to ⑥: entered, recomputed, and how far they are apart. */
export function ComparedLines({ form, findings, said }: ComparedLinesProps) {
  const { t } = useTranslation();
  return (
    <div className="table-frame" tabIndex={0} role="group" aria-label={t('infoForm.sums')}>
      <table className="data compared">
        <caption className="unseen">{t('infoForm.sums')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('infoForm.sums')}</th>
            <th scope="col" className="right">
              {t('entry.compared.entered')}
            </th>
            <th scope="col" className="right">
              {t('entry.compared.recomputed')}
            </th>
            <th scope="col">{t('entry.compared.difference')}</th>
          </tr>
        </thead>
        <tbody>
          {LINES.map((line, index) => (
            <ComparedLine key={line} line={line} number={index + 1} form={form} findings={findings} said={said} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function ComparedLine({ line, number, ...of }: ComparedLinesProps & { readonly line: Line; readonly number: number }) {
  const { t } = useTranslation();
  const entered = of.form[line];
  const recomputed = recomputedLine(line, of);
  const difference = recomputed === undefined ? 0 : entered - recomputed;
  return (
    <tr className={difference === 0 ? '' : 'differing'}>
      <th scope="row">{t(`infoForm.line${String(number) as '1'}`)}</th>
      <td className="right">
        <span id={`compared_${line}`} tabIndex={-1}>
          <Yuan fen={entered} />
        </span>
      </td>
      <td className="right">{recomputed === undefined ? '—' : <Yuan fen={recomputed} />}</td>
      <td>
        {recomputed === undefined && <span className="soft small">{t('entry.compared.notComputed')}</span>}
        {recomputed !== undefined && difference === 0 && (
          <span className="identity good small">{t('infoForm.identityHolds')}</span>
        )}
        {difference !== 0 && (
          <span className="identity late small">
            {differenceText(t, { fen: difference, than: t('infoForm.computed') })}
          </span>
        )}
      </td>
    </tr>
  );
}
