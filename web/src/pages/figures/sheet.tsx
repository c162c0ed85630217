import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { useMay } from '../../api/queries.ts';
import type { Schemas } from '../../api/types.ts';
import { DataTable } from '../../components/data-table.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { Count, Yuan } from '../../components/time.tsx';
import type { SheetItemsSearch } from '../../figures-params.ts';
import { useProcedureWords } from '../../procedures/use-procedure-words.ts';
import type { ViewProps } from './view-props.ts';

type MonthSheet = Schemas['MonthSheet'];
type Direction = Schemas['Direction'];

interface SheetProps extends ViewProps {
  readonly from: string;
  readonly to: string;
}

const sheetQuery = (direction: Direction, from: string, to: string, everyMs: number) =>
  api.queryOptions(
    'get',
    '/metrics/month-sheet',
    { params: { query: { direction, from, to } } },
    { refetchInterval: 10 * everyMs },
  );

/** 月报: opening + new − completed − ended otherwise = in transit, and what belongs to each. */
export function Sheet({ from, to, everyMs }: SheetProps) {
  const { t } = useTranslation();
  const into = useQuery(sheetQuery('in', from, to, everyMs));
  const out = useQuery(sheetQuery('out', from, to, everyMs));
  return (
    <section>
      <h3>{t('figures.sheet.title')}</h3>
      <Loaded query={into} lines={10}>
        {(sheetIn) => (
          <Loaded query={out} lines={10}>
            {(sheetOut) => <Both in={sheetIn} out={sheetOut} />}
          </Loaded>
        )}
      </Loaded>
    </section>
  );
}

/** A number, a step of those in transit, or what opens nothing. */
type Line =
  { readonly figure: Schemas['MonthSheetFigure'] } | { readonly step: string | null } | { readonly mean: true };

const FLOW = ['opening', 'accepted', 'completed', 'endedOtherwise', 'inTransit'] as const;
const REST = [
  'overdue1', 'overdue2', 'overdue3', 'overdue4', 'withinPromise', 'withinProvince', 'acrossProvinces', 'accountFen', 'pooledFen',
] as const satisfies readonly Schemas['MonthSheetFigure'][]; // prettier-ignore

function Both({ in: into, out }: { readonly in: MonthSheet; readonly out: MonthSheet }) {
  const { t } = useTranslation();
  const words = useProcedureWords();
  const steps = [...new Set([...into.steps, ...out.steps].map(({ step }) => step))];
  const lines: Line[] = [
    ...FLOW.map((figure) => ({ figure })),
    ...steps.map((step) => ({ step })),
    ...REST.map((figure) => ({ figure })),
    { mean: true },
  ];
  const label = (line: Line): string => {
    if ('figure' in line) return t(`figures.sheet.${line.figure}`, { days: into.promisedWorkingDays });
    if ('mean' in line) return t('figures.sheet.mean', { days: into.promisedWorkingDays });
    return t('figures.sheet.atStep', { step: line.step === null ? t('figures.sheet.noStep') : words.step(line.step) });
  };
  return (
    <DataTable
      caption={t('figures.sheet.title')}
      rows={lines}
      rowKey={(line) => JSON.stringify(line)}
      columns={[
        { key: 'what', title: t('common.columns.what'), render: label },
        {
          key: 'in',
          title: t('directions.in'),
          right: true,
          render: (line) => <Cell line={line} sheet={into} direction="in" />,
        },
        {
          key: 'out',
          title: t('directions.out'),
          right: true,
          render: (line) => <Cell line={line} sheet={out} direction="out" />,
        },
      ]}
    />
  );
}

interface CellProps {
  readonly line: Line;
  readonly sheet: MonthSheet;
  readonly direction: Direction;
}

function Cell({ line, sheet, direction }: CellProps) {
  const { from, to, meanWorkingDays, steps } = sheet;
  const period = { direction, from, to };
  if ('mean' in line) return <span className="number">{meanWorkingDays ?? '–'}</span>;
  if ('figure' in line) {
    const { figure } = line;
    return <SheetLink search={{ ...period, figure }} isFen={figure.endsWith('Fen')} number={sheet[figure]} />;
  }
  const at = line.step === null ? { withoutStep: true as const } : { step: line.step };
  const open = steps.find(({ step }) => step === line.step)?.open ?? 0;
  return <SheetLink search={{ ...period, figure: 'inTransit', ...at }} number={open} />;
}

interface SheetLinkProps {
  readonly search: SheetItemsSearch;
  readonly number: number;
  readonly isFen?: boolean;
}

/** A number that opens what it counts or sums, for who may read the cases. */
function SheetLink({ search, number, isFen = false }: SheetLinkProps) {
  const may = useMay();
  const shown = isFen ? <Yuan fen={number} /> : <Count of={number} />;
  if (!may('readTransfers')) return shown;
  return (
    <Link to="/month-sheet" search={search}>
      {shown}
    </Link>
  );
}
