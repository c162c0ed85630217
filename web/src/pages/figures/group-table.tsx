import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/types.ts';
import { DataTable, type Column } from '../../components/data-table.tsx';
import type { CaseGrouping } from '../../figures-params.ts';
import { groupWord } from '../../i18n/group-word.ts';
import { CaseLink, type CasesOf } from '../today/case-link.tsx';
import { percent } from '../today/rate-card.tsx';
import { CountOfRate } from './count-of-rate.tsx';

type Group = Schemas['CompletionGroup'];

interface GroupTableProps {
  readonly caption: string;
  readonly completion: Schemas['Completion'];
  readonly groups: readonly Group[];
  readonly by: CaseGrouping;
  /** Before the name of each. */
  readonly rankOf?: (group: Group) => number;
}

/** The rates of each group, every count a link to its cases. */
export function GroupTable({ caption, completion, groups, by, rankOf }: GroupTableProps) {
  const { t } = useTranslation();
  const of = (group: Group): CasesOf => ({ ...completion, among: { by, group: group.key } });
  const rank: Column<Group> = {
    key: 'rank',
    title: t('figures.rank'),
    right: true,
    render: (group) => rankOf?.(group),
  };
  const name: Column<Group> = {
    key: 'name',
    title: t(`figures.by.${by}`),
    render: (group) => groupWord({ by, group: group.key, name: group.name }),
  };
  const columns = completion.direction === 'in' ? columnsIn(t, of) : columnsOut(t, of);
  return (
    <DataTable
      caption={caption}
      rows={groups}
      rowKey={({ key }) => key}
      columns={[...(rankOf ? [rank] : []), name, ...columns]}
    />
  );
}

const ATTEMPTS = ['1', '2', '3'] as const;

function columnsIn(t: TFunction, of: (group: Group) => CasesOf): Column<Group>[] {
  const count = (key: 'cohort' | 'stillOpen', title: string): Column<Group> => ({
    key,
    title,
    right: true,
    render: (group) => group.attempts && <CaseLink of={of(group)} bucket={key} count={group.attempts[key]} />,
  });
  return [
    count('cohort', t('figures.cohort')),
    ...ATTEMPTS.map((attempt) => ({
      key: attempt,
      title: t(`today.rates.attempt${attempt}`),
      right: true,
      render: (group: Group) =>
        group.attempts && (
          <CountOfRate
            of={of(group)}
            bucket={`closedWithin${attempt}`}
            count={group.attempts.closedWithin[attempt]}
            rate={group.attempts.rates[attempt]}
          />
        ),
    })),
    {
      key: 'mature',
      title: t('figures.ofMature1'),
      right: true,
      render: (group) =>
        group.attempts && (
          <span className="nowrap">
            <CaseLink of={of(group)} bucket="mature1" count={group.attempts.mature.denominators['1']} />{' '}
            <span className="soft number">{percent(group.attempts.mature.rates['1'])}</span>
          </span>
        ),
    },
    count('stillOpen', t('figures.stillOpen')),
  ];
}

function columnsOut(t: TFunction, of: (group: Group) => CasesOf): Column<Group>[] {
  return [
    {
      key: 'due',
      title: t('figures.due'),
      right: true,
      render: (group) => group.periods && <CaseLink of={of(group)} bucket="cohort" count={group.periods.due} />,
    },
    ...(['inPeriod', 'second'] as const).map((name) => ({
      key: name,
      title: t(`today.out.${name}`),
      right: true,
      render: (group: Group) =>
        group.periods && (
          <CountOfRate
            of={of(group)}
            bucket={name}
            count={group.periods[name].numerator}
            rate={group.periods[name].rate}
          />
        ),
    })),
  ];
}
