import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Loaded, type Query } from '../../components/loaded.tsx';
import { Page } from '../../components/page.tsx';

interface KeptPageProps<T> {
  readonly title: string;
  /** The way back to the list in which it stands. */
  readonly back: ReactNode;
  readonly query: Query<T>;
  readonly children: (kept: T) => ReactNode;
}

/** One thing as it was put away: read as it stands, and printed once it is there. */
export function KeptPage<T>({ title, back, query, children }: KeptPageProps<T>) {
  const { t } = useTranslation();
  return (
    <Page
      title={title}
      aside={
        <span className="row no-print">
          {back}
          <Button disabled={query.data === undefined} onClick={() => window.print()}>
            {t('common.print')}
          </Button>
        </span>
      }
    >
      <Loaded query={query} lines={10}>
        {children}
      </Loaded>
    </Page>
  );
}
