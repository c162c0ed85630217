import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { cellsOf, suggestion, type Cell, type YearDraft } from './cells.ts';
import { monthsOfSpan } from './info-form-draft.ts';
import type { RowMarks } from './marks.ts';

export interface YearRowProps {
  readonly id: string;
  readonly number: number;
  readonly row: YearDraft;
  readonly above: YearDraft | undefined;
  readonly marks: RowMarks | undefined;
  /** What was recorded of the row, where it is typed over. */
  readonly was: YearDraft | undefined;
  readonly onType: (row: number, cell: Cell, text: string) => void;
  readonly onLeave: (row: number, cell: Cell) => void;
  /** Undefined: there is nothing to remove. */
  readonly onRemove: ((row: number) => void) | undefined;
}

const WIDEST: Partial<Record<Cell, number>> = { months: 6, baseReason: 200 };

/** One row of the sheet; of a hundred only the one that is typed in is drawn again. */
export const YearRow = memo(function YearRow(props: YearRowProps) {
  const { id, number, row, above, marks = {}, was, onType, onLeave, onRemove } = props;
  const { t } = useTranslation();
  const index = number - 1;
  return (
    <div className="year-row" role="group" aria-label={t('infoForm.row', { row: number })}>
      <span className="row-number soft" aria-hidden="true">
        {number}
      </span>
      {cellsOf(row).map((cell) => {
        const mark = marks[cell];
        const cellId = `${id}_${String(index)}_${cell}`;
        const title = t(`infoForm.${TITLES[cell]}`);
        const said = [mark?.text, changeOf(row, was, cell) && t('infoForm.was', { was: was?.[cell] || '—' })];
        const text = said.filter(Boolean).join(' · ');
        return (
          <label key={cell} className={`cell ${cell}`}>
            <span className="cell-title">{title}</span>
            <input
              id={cellId}
              data-row={index}
              data-cell={cell}
              className={`${mark ? (mark.wrong ? 'wrong' : 'found') : ''} ${text !== mark?.text && text ? 'changed' : ''}`}
              value={row[cell] ?? ''}
              placeholder={placeholderOf(cell, row, above)}
              aria-label={`${t('infoForm.row', { row: number })}: ${title}`}
              aria-invalid={mark?.wrong === true}
              {...(text && { 'aria-describedby': `${cellId}_said` })}
              inputMode={cell === 'baseReason' ? 'text' : 'decimal'}
              maxLength={WIDEST[cell] ?? 24}
              autoComplete="off"
              onChange={({ target }) => onType(index, cell, target.value)}
              onBlur={() => onLeave(index, cell)}
              onFocus={({ target }) => target.select()}
            />
            {text && (
              <span id={`${cellId}_said`} className="unseen">
                {text}
              </span>
            )}
          </label>
        );
      })}
      {onRemove ? (
        <button
          type="button"
          className="remove"
          aria-label={t('infoForm.removeYear', { row: number })}
          onClick={() => onRemove(index)}
        >
          ×
        </button>
      ) : (
        <span />
      )}
    </div>
  );
});

export const TITLES = {
  fromMonth: 'from',
  toMonth: 'to',
  months: 'months',
  baseFen: 'base',
  baseReason: 'baseReason',
  personalRate: 'personalRate',
  accountRate: 'accountRate',
  creditedFen: 'credited',
  interestFen: 'interest',
  balanceFen: 'balance',
} as const satisfies Record<Cell, string>;

/** Grey: what Enter takes, and the months as they are counted. */
function placeholderOf(cell: Cell, row: YearDraft, above: YearDraft | undefined): string {
  if (cell === 'months') return String(monthsOfSpan(row.fromMonth, row.toMonth) ?? '');
  return suggestion(above, cell, row);
}

const changeOf = (row: YearDraft, was: YearDraft | undefined, cell: Cell): boolean =>
  was !== undefined && (row[cell] ?? '').replaceAll(',', '') !== (was[cell] ?? '').replaceAll(',', '');
