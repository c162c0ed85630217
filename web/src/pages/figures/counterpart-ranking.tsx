import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/types.ts';
import { Empty } from '../../components/panel.tsx';
import { GroupTable } from './group-table.tsx';
import { rankingOf, SMALLEST_SAMPLE } from './ranking.ts';

interface CounterpartRankingProps {
  readonly completion: Schemas['Completion'];
  readonly groups: readonly Schemas['CompletionGroup'][];
}

/** Other offices by how many are closed with the first attempt; those with few cases stand apart and are not ranked. */
export function CounterpartRanking({ completion, groups }: CounterpartRankingProps) {
  const { t } = useTranslation();
  const { ranked, tooSmall } = rankingOf(groups);
  const ranks = new Map(ranked.map(({ group, rank }) => [group.key, rank]));
  return (
    <div className="stack">
      <p className="soft small">{t('figures.rankedBy', { count: SMALLEST_SAMPLE })}</p>
      {ranked.length === 0 ? (
        <Empty>{t('figures.noneRanked', { count: SMALLEST_SAMPLE })}</Empty>
      ) : (
        <GroupTable
          caption={t('figures.ranking')}
          completion={completion}
          groups={ranked.map(({ group }) => group)}
          by="counterpart"
          rankOf={({ key }) => ranks.get(key) ?? 0}
        />
      )}
      {tooSmall.length > 0 && (
        <section className="stack tight">
          <h3>{t('figures.tooSmall', { count: SMALLEST_SAMPLE })}</h3>
          <GroupTable
            caption={t('figures.tooSmall', { count: SMALLEST_SAMPLE })}
            completion={completion}
            groups={tooSmall}
            by="counterpart"
          />
        </section>
      )}
    </div>
  );
}
