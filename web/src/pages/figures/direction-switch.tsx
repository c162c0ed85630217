import { useNavigate } from '@tanstack/react-router';
import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import type { FiguresSearch } from '../../figures-params.ts';
import { changedSearch } from '../../search-params.ts';

/** Transfers-in or transfers-out. */
export function DirectionSwitch({ search }: { readonly search: FiguresSearch }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return (
    <Segmented
      className="direction-switch no-print"
      aria-label={t('figures.direction')}
      value={search.direction ?? 'in'}
      options={(['in', 'out'] as const).map((direction) => ({ value: direction, label: t(`directions.${direction}`) }))}
      onChange={(direction) =>
        void navigate({
          to: '/figures',
          search: changedSearch<FiguresSearch>(search, { direction: direction === 'out' ? direction : undefined }),
          replace: true,
        })
      }
    />
  );
}
