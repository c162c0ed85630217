import { Button } from 'antd';
import { useTranslation } from 'react-i18next';

interface MoreProps {
  readonly shown: number;
  readonly query: {
    readonly hasNextPage: boolean;
    readonly isFetchingNextPage: boolean;
    readonly fetchNextPage: () => Promise<unknown>;
  };
}

/** Below a list that comes page by page. */
export function More({ shown, query }: MoreProps) {
  const { t } = useTranslation();
  return (
    <div className="row no-print more">
      <span className="soft small">{t('common.shown', { count: shown })}</span>
      {query.hasNextPage && (
        <Button size="small" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t('common.more')}
        </Button>
      )}
    </div>
  );
}
