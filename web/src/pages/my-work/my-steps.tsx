import { useNavigate } from '@tanstack/react-router';
import { Checkbox, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../api/queries.ts';
import type { Schemas } from '../../api/types.ts';
import { changedSearch, type SearchChange, type WorkSearch } from '../../search-params.ts';
import { OpenWorkList } from './open-work-list.tsx';

interface MyStepsProps {
  readonly search: WorkSearch;
  readonly sentBack: Schemas['MyWork']['sentBack'];
}

const ONLY = ['overdue', 'sentBack', 'held'] as const;

/** My open steps: due first or oldest first, what came back with what for. */
export function MySteps({ search, sentBack }: MyStepsProps) {
  const { t } = useTranslation();
  const me = useMe();
  const navigate = useNavigate();
  const { order, overdue, held, sentBack: onlyBack } = search;
  const change = (part: SearchChange<WorkSearch>): void =>
    void navigate({ to: '/my-work', search: changedSearch(search, part), replace: true });
  return (
    <div className="stack tight">
      <form className="filters no-print" aria-label={t('myWork.filters')}>
        <Select
          aria-label={t('myWork.order')}
          popupMatchSelectWidth={false}
          value={order ?? 'due'}
          options={(['due', 'oldest'] as const).map((one) => ({ value: one, label: t(`myWork.orders.${one}`) }))}
          onChange={(one: 'due' | 'oldest') => change({ order: one === 'oldest' ? one : undefined })}
        />
        {ONLY.map((only) => (
          <Checkbox
            key={only}
            checked={search[only] === true}
            onChange={({ target }) => change({ [only]: target.checked || undefined })}
          >
            {t(`myWork.only.${only}`)}
          </Checkbox>
        ))}
      </form>
      <OpenWorkList
        title={t('myWork.tabs.mine')}
        filter={{
          ownerId: me.id,
          ...(order && { order }),
          ...(overdue && { overdue }),
          ...(held && { held }),
          ...(onlyBack && { sentBack: onlyBack }),
        }}
        nothing={t('myWork.nothing')}
        withOwner={false}
        sentBack={sentBack}
      />
    </div>
  );
}
