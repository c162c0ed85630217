import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/types.ts';
import { DataTable } from '../../components/data-table.tsx';
import { Count, Yuan } from '../../components/time.tsx';
import type { SheetNumberSearch } from '../../figures-params.ts';
import { useProcedureWords } from '../../procedures/use-procedure-words.ts';

type MonthSheet = Schemas['MonthSheet'];
type Direction = Schemas['Direction'];

export interface BothSheets {
  readonly in: MonthSheet;
  readonly out: MonthSheet;
}

interface SheetTableProps {
  readonly sheets: BothSheets;
  /** What is compared with; where a number was another, it stands beside the one of now. */
  readonly before?: BothSheets | undefined;
  /** What a number opens, around what is shown of it. */
  readonly opens: (asked: SheetNumberSearch, shown: ReactNode) => ReactNode;
}

/** A number, a step of those in transit, or what opens nothing. */
type Line =
  | { readonly figure: Schemas['MonthSheetFigure'] }
  | { readonly step: string | null }
  | { readonly said: 'meanWorkingDays' | 'platformShare' };

const FLOW = ['opening', 'accepted', 'completed', 'endedOtherwise', 'inTransit'] as const;
const REST = [
  'overdue1', 'overdue2', 'overdue3', 'overdue4', 'withinPromise', 'withinProvince', 'acrossProvinces', 'accountFen', 'pooledFen',
  'migrantWorkers', 'migrantNotSaid', 'overPlatform', 'byPost', 'lumpSumsWithoutPaper',
] as const satisfies readonly Schemas['MonthSheetFigure'][]; // prettier-ignore

const lines = ({ in: into, out }: BothSheets): Line[] => [
  ...FLOW.map((figure) => ({ figure })),
  ...[...new Set([...into.steps, ...out.steps].map(({ step }) => step))].map((step) => ({ step })),
  ...REST.map((figure) => ({ figure })),
  { said: 'platformShare' },
  { said: 'meanWorkingDays' },
];

/** 月报: opening + new − completed − ended otherwise = in transit, and what belongs to each. */
export function SheetTable(props: SheetTableProps) {
  const { t } = useTranslation();
  const { sheets } = props;
  const label = useLabel(sheets.in.promisedWorkingDays);
  return (
    <>
      <DataTable
        caption={t('figures.sheet.title')}
        rows={lines(sheets)}
        rowKey={(line) => JSON.stringify(line)}
        columns={[
          { key: 'what', title: t('common.columns.what'), render: label },
          ...(['in', 'out'] as const).map((direction) => ({
            key: direction,
            title: t(`directions.${direction}`),
            right: true,
            render: (line: Line) => <Cell {...props} line={line} direction={direction} />,
          })),
        ]}
      />
      <p className="soft small">
        {t('figures.sheet.notKnownYet', {
          what: sheets.in.notKnown.map((gap) => t(`figures.sheet.gaps.${gap}`)).join(t('figures.sheet.comma')),
        })}
      </p>
    </>
  );
}

function useLabel(days: number): (line: Line) => string {
  const { t } = useTranslation();
  const words = useProcedureWords();
  return (line) => {
    if ('figure' in line) return t(`figures.sheet.${line.figure}`, { days });
    if ('said' in line) return t(`figures.sheet.${line.said}`, { days });
    return t('figures.sheet.atStep', { step: line.step === null ? t('figures.sheet.noStep') : words.step(line.step) });
  };
}

interface CellProps extends SheetTableProps {
  readonly line: Line;
  readonly direction: Direction;
}

function Cell({ line, direction, sheets, before, opens }: CellProps) {
  const { t } = useTranslation();
  const now = valueOf(sheets[direction], line);
  const was = before && valueOf(before[direction], line);
  const isFen = 'figure' in line && line.figure.endsWith('Fen');
  return (
    <>
      <Shown value={now} isFen={isFen} opens={(shown) => opened(line, direction, shown, opens)} />
      {was !== undefined && was !== now && (
        <span className="soft small">
          {' '}
          {t('figures.sheet.was')} <Shown value={was} isFen={isFen} opens={(shown) => shown} />
        </span>
      )}
    </>
  );
}

interface ShownProps {
  readonly value: number | string | null;
  readonly isFen: boolean;
  readonly opens: (shown: ReactNode) => ReactNode;
}

function Shown({ value, isFen, opens }: ShownProps) {
  const { t } = useTranslation();
  if (value === null) return <span className="soft">{t('figures.sheet.notKnown')}</span>;
  if (typeof value === 'string') return <span className="number">{value}</span>;
  return opens(isFen ? <Yuan fen={value} /> : <Count of={value} />);
}

function valueOf(sheet: MonthSheet, line: Line): number | string | null {
  if ('figure' in line) return sheet[line.figure];
  if ('said' in line) return sheet[line.said] ?? '–';
  return sheet.steps.find(({ step }) => step === line.step)?.open ?? 0;
}

function opened(line: Line, direction: Direction, shown: ReactNode, opens: SheetTableProps['opens']): ReactNode {
  if ('said' in line) return shown;
  if ('figure' in line) return opens({ direction, figure: line.figure }, shown);
  const at = line.step === null ? { withoutStep: true as const } : { step: line.step };
  return opens({ direction, figure: 'inTransit', ...at }, shown);
}
