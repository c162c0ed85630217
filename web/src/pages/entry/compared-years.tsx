import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/types.ts';
import { CELLS } from '../../info-form/cells.ts';
import { TITLES } from '../../info-form/year-row.tsx';
import { formatYuan } from '../../../../domain/money/money.ts';

type Year = Schemas['InfoFormYear'];
type Finding = Schemas['Finding'];

interface ComparedYearsProps {
  readonly form: Schemas['InfoForm'];
  readonly findings: readonly Finding[];
}

type Column = (typeof CELLS)[number];

/** The rows in the order of the paper; under an amount that differs stands what it should be. */
export function ComparedYears({ form, findings }: ComparedYearsProps) {
  const { t } = useTranslation();
  return (
    <div className="table-frame" tabIndex={0} role="group" aria-label={t('infoForm.years')}>
      <table className="data compared years-compared">
        <caption className="unseen">{t('infoForm.years')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('entry.compared.rowNumber')}</th>
            {CELLS.map((column) => (
              <th key={column} scope="col" className={isText(column) ? '' : 'right'}>
                {t(`infoForm.${TITLES[column]}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {form.years.map((year, index) => (
            <YearLine key={index} year={year} index={index} findings={findings} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

const isText = (column: Column): boolean => column === 'fromMonth' || column === 'toMonth';

interface YearLineProps {
  readonly year: Year;
  readonly index: number;
  readonly findings: readonly Finding[];
}

function YearLine({ year, index, findings }: YearLineProps) {
  const { t } = useTranslation();
  const ofCell = (column: Column): Finding | undefined =>
    findings.find(
      ({ field }) =>
        field === `years.${String(index)}.${column === 'fromMonth' && year.fromMonth == null ? 'year' : column}`,
    );
  return (
    <tr className={CELLS.some(ofCell) ? 'differing' : ''}>
      <th scope="row">{index + 1}</th>
      {CELLS.map((column) => {
        const found = ofCell(column);
        return (
          <td key={column} className={isText(column) ? '' : 'right'}>
            <span
              id={`compared_years_${String(index)}_${column}`}
              tabIndex={-1}
              className={found ? 'cell-differs' : ''}
            >
              {textOf(year, column)}
            </span>
            {found?.computedFen !== undefined && (
              <span className="small recomputed">
                <span aria-hidden="true">↳ </span>
                <span className="unseen">{t('entry.compared.recomputed')} </span>
                {formatYuan(found.computedFen, { grouped: true })}
              </span>
            )}
          </td>
        );
      })}
    </tr>
  );
}

function textOf(year: Year, column: Column): string {
  if (column === 'fromMonth') return year.fromMonth ?? String(year.year ?? '');
  if (column === 'toMonth') return year.toMonth ?? '';
  if (column === 'months') return String(year.months);
  const value = year[column];
  if (value === null || value === undefined) return '—';
  if (column === 'personalRate' || column === 'accountRate') return String(Math.round(value * 10_000) / 100);
  return formatYuan(value, { grouped: true });
}
