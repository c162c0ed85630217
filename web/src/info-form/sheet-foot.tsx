import { useTranslation } from 'react-i18next';
import { Yuan } from '../components/time.tsx';
import { readCell, type YearDraft } from './cells.ts';
import { fenOf } from '../format/fen.ts';
import { filledRows, monthsOfSpan } from './info-form-draft.ts';
import type { Mark } from './marks.ts';
import type { Pasted } from './paste.ts';

interface SheetFootProps {
  readonly rows: readonly (YearDraft | undefined)[];
  readonly focused: { readonly row: number; readonly mark: Mark | undefined } | undefined;
}

/** The sums of the columns, and what is said of the cell in which one is: a line that is always there, so that nothing moves. */
export function SheetFoot({ rows, focused }: SheetFootProps) {
  const { t } = useTranslation();
  const filled = filledRows(rows).map((row) => rows[row] ?? {});
  const months = filled.reduce((sum, row) => sum + monthsIn(row), 0);
  const sum = (cell: 'creditedFen' | 'interestFen'): number =>
    filled.reduce((total, row) => total + (fenOf(row[cell]) ?? 0), 0);
  const mark = focused?.mark;
  return (
    <div className="sheet-foot">
      <p className="soft small">
        {t('infoForm.sheetSums', { count: filled.length, months })} {t('infoForm.credited')}{' '}
        <Yuan fen={sum('creditedFen')} />
        {' · '}
        {t('infoForm.interest')} <Yuan fen={sum('interestFen')} />
      </p>
      <p className={`cell-said small ${mark ? (mark.wrong ? 'wrong' : 'found') : 'soft'}`}>
        {mark ? `${t('infoForm.row', { row: (focused?.row ?? 0) + 1 })}: ${mark.text}` : t('infoForm.keys')}
      </p>
    </div>
  );
}

function monthsIn(row: YearDraft): number {
  const typed = readCell('months', row.months ?? '');
  return /^\d+$/.test(typed) ? Number(typed) : (monthsOfSpan(row.fromMonth, row.toMonth) ?? 0);
}

/** What of a paste was taken, and what was not. */
export function PasteNote({ pasted: { rows, left } }: { readonly pasted: Pasted }) {
  const { t } = useTranslation();
  return (
    <p role="status" className={`small verdict ${left.rows + left.cells > 0 ? 'late' : ''}`}>
      {t('infoForm.pasted', { count: rows.length })}{' '}
      {left.rows > 0 && t('infoForm.pastedTooMany', { count: left.rows })}{' '}
      {left.cells > 0 && t('infoForm.pastedTooWide', { count: left.cells })}{' '}
      {left.headings > 0 && t('infoForm.pastedHeadings', { count: left.headings })}
    </p>
  );
}
