import { useCallback, useEffect, useRef, useState, type ClipboardEvent, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { CELLS, isBlank, MOST_ROWS, readCell, suggestion, type Cell, type YearDraft } from './cells.ts';
import { moved, moveOf, type CellPlace } from './grid-keys.ts';
import type { Marks } from './marks.ts';
import { readPaste, withPasted, type Pasted } from './paste.ts';
import { PasteNote, SheetFoot } from './sheet-foot.tsx';
import { TITLES, YearRow } from './year-row.tsx';

type Rows = readonly (YearDraft | undefined)[];

interface YearGridProps {
  readonly id?: string;
  readonly value?: Rows;
  readonly onChange?: (rows: Rows) => void;
  readonly marks: Marks;
  /** The rows as they are recorded, where they are typed over. */
  readonly was?: Rows | undefined;
}

/** The yearly rows as a sheet: one blank row more, typed in by keyboard alone or pasted from a spreadsheet. */
export function YearGrid({ id = 'years', value = [], onChange, marks, was }: YearGridProps) {
  const { t } = useTranslation();
  const [pasted, setPasted] = useState<Pasted>();
  const [focused, setFocused] = useState<CellPlace>();
  const rows = shownRows(value);
  const latest = useRef({ value, onChange });
  useEffect(() => {
    latest.current = { value, onChange };
  });
  const put = useCallback((row: number, cell: Cell, text: string): void => {
    const length = Math.max(latest.current.value.length, row + 1);
    const next = Array.from({ length }, (_, index) => latest.current.value[index] ?? {});
    next[row] = { ...next[row], [cell]: text };
    latest.current.value = next;
    latest.current.onChange?.(next);
  }, []);
  const leave = useCallback(
    (row: number, cell: Cell): void => {
      const typed = latest.current.value[row]?.[cell] ?? '';
      const read = readCell(cell, typed);
      if (read !== typed) put(row, cell, read);
    },
    [put],
  );
  const remove = useCallback((row: number): void => {
    latest.current.onChange?.(latest.current.value.filter((_, index) => index !== row));
  }, []);
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    const from = placeOf(event.target);
    if (!from || event.nativeEvent.isComposing) return;
    const input = event.target as HTMLInputElement;
    const move = moveOf(event, caretOf(input));
    if (!move) return;
    event.preventDefault();
    event.stopPropagation();
    const taken = event.key === 'Enter' && !event.shiftKey && input.value === '' ? suggested(rows, from) : '';
    if (taken) put(from.row, from.cell, taken);
    const now = shownRows(latest.current.value);
    const to = moved(now, from, move);
    if (!to) return;
    const found = () => document.getElementById(`${id}_${String(to.row)}_${to.cell}`);
    // A cell that has just come to be is drawn first.
    if (found()) found()?.focus();
    else setTimeout(() => found()?.focus());
  };
  const onPaste = (event: ClipboardEvent<HTMLDivElement>): void => {
    const from = placeOf(event.target);
    const column = from ? CELLS.indexOf(from.cell as (typeof CELLS)[number]) : -1;
    if (!from || column < 0) return;
    const place = { row: from.row, column };
    const read = readPaste(event.clipboardData.getData('text/plain'), place);
    if (!read) return;
    event.preventDefault();
    setPasted(read);
    onChange?.(withPasted(value, place, read));
  };
  return (
    <div className="year-sheet stack tight">
      <div
        id={id}
        className="years"
        role="group"
        aria-label={t('infoForm.years')}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
        onFocus={({ target }) => setFocused(placeOf(target))}
      >
        <div className="year-row head" aria-hidden="true">
          <span />
          {CELLS.map((cell) => (
            <span key={cell} className={cell}>
              {t(`infoForm.${TITLES[cell]}`)}
            </span>
          ))}
          <span />
        </div>
        {rows.map((row, index) => (
          <YearRow
            key={index}
            id={id}
            number={index + 1}
            row={row}
            above={rows[index - 1]}
            marks={marks.get(index)}
            was={was?.[index] ?? (was && !isBlank(row) ? NOTHING : undefined)}
            onType={put}
            onLeave={leave}
            onRemove={isBlank(row) ? undefined : remove}
          />
        ))}
      </div>
      <SheetFoot rows={value} focused={focused && { row: focused.row, mark: marks.get(focused.row)?.[focused.cell] }} />
      {pasted && <PasteNote pasted={pasted} />}
    </div>
  );
}

const NOTHING: YearDraft = {};

/** A blank one to go on in, as long as there is room. */
function shownRows(value: Rows): YearDraft[] {
  const rows = value.map((row) => row ?? NOTHING);
  return rows.length < MOST_ROWS && !(rows.length > 0 && isBlank(rows.at(-1))) ? [...rows, NOTHING] : rows;
}

const suggested = (rows: readonly YearDraft[], { row, cell }: CellPlace): string =>
  suggestion(rows[row - 1], cell, rows[row] ?? NOTHING);

function placeOf(target: EventTarget): CellPlace | undefined {
  const { row, cell } = target instanceof HTMLInputElement ? target.dataset : {};
  return row === undefined || cell === undefined ? undefined : { row: Number(row), cell: cell as Cell };
}

function caretOf({ value, selectionStart, selectionEnd }: HTMLInputElement) {
  const isAll = selectionStart === 0 && selectionEnd === value.length;
  const isCaret = selectionStart === selectionEnd;
  return {
    atStart: isAll || (isCaret && selectionStart === 0),
    atEnd: isAll || (isCaret && selectionEnd === value.length),
  };
}
