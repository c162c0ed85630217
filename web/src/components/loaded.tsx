import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from './problem-notice.tsx';

/** As much of a query as is needed to show what it brings. */
export interface Query<T> {
  readonly data: T | undefined;
  readonly error: unknown;
  readonly isPending: boolean;
  readonly refetch: () => unknown;
}

interface LoadedProps<T> {
  readonly query: Query<T>;
  /** Lines of grey while it loads. */
  readonly lines?: number;
  readonly children: (data: T) => ReactNode;
}

/** Shows what is there, even while it is old; otherwise that it loads, or why it does not. */
export function Loaded<T>({ query, lines = 3, children }: LoadedProps<T>) {
  const { t } = useTranslation();
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.error != null) return <ProblemNotice error={query.error} reading onRetry={() => void query.refetch()} />;
  return (
    <div role="status">
      <span className="unseen">{t('common.loading')}</span>
      <div className="skeleton">
        {Array.from({ length: lines }, (_, line) => (
          <span key={line} />
        ))}
      </div>
    </div>
  );
}
