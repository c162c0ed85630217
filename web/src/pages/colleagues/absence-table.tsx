import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useOfficeDate } from '../../api/queries.ts';
import type { Schemas } from '../../api/types.ts';
import { DataTable, type Column } from '../../components/data-table.tsx';
import { Count, Day } from '../../components/time.tsx';

type Absence = Schemas['Absence'];

interface AbsenceTableProps {
  readonly rows: readonly Absence[];
  readonly onEnd?: (absence: Absence) => void;
}

export function AbsenceTable({ rows, onEnd }: AbsenceTableProps) {
  const { t } = useTranslation();
  const today = useOfficeDate();
  const isAhead = ({ fromDay }: Absence): boolean => today !== undefined && fromDay > today;
  const end: Column<Absence> = {
    key: 'end',
    title: t('colleagues.absences.actions'),
    render: (absence) => {
      const word = t(isAhead(absence) ? 'colleagues.absences.cancel' : 'colleagues.absences.end');
      return (
        <Button size="small" aria-label={`${word}: ${absence.staff.displayName}`} onClick={() => onEnd?.(absence)}>
          {word}
        </Button>
      );
    },
  };
  return (
    <DataTable
      caption={t('colleagues.absences.title')}
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'who',
          title: t('colleagues.load.name'),
          render: (absence) => (
            <>
              {absence.staff.displayName}{' '}
              {isAhead(absence) && <span className="badge">{t('colleagues.absences.ahead')}</span>}
            </>
          ),
        },
        { key: 'from', title: t('colleagues.absences.from'), render: ({ fromDay }) => <Day on={fromDay} /> },
        {
          key: 'until',
          title: t('colleagues.absences.until'),
          render: ({ untilDay }) => (untilDay === null ? t('colleagues.absences.open') : <Day on={untilDay} />),
        },
        {
          key: 'standIn',
          title: t('colleagues.absences.standIn'),
          render: ({ standIn }) => standIn?.displayName ?? t('colleagues.absences.anybody'),
        },
        {
          key: 'deputy',
          title: t('colleagues.absences.deputy'),
          render: ({ deputy }) => deputy?.displayName ?? '–',
        },
        {
          key: 'moved',
          title: t('colleagues.absences.moved'),
          right: true,
          render: (row) => <Count of={row.movedSteps} />,
        },
        { key: 'note', title: t('colleagues.absences.note'), render: ({ note }) => note || '–' },
        ...(onEnd ? [end] : []),
      ]}
    />
  );
}
