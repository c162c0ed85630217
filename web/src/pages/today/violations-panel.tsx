import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { Loaded } from '../../components/loaded.tsx';
import { Panel } from '../../components/panel.tsx';
import { Count } from '../../components/time.tsx';
import { secondsSince } from '../../format/server-time.ts';
import { WorkLink } from '../../components/work-link.tsx';

/** What should be zero at every moment. */
export function ViolationsPanel({ everyMs }: { readonly everyMs: number }) {
  const { t } = useTranslation();
  const query = useQuery(api.queryOptions('get', '/operations', {}, { refetchInterval: everyMs }));
  return (
    <Panel
      title={t('today.violations.title')}
      aside={query.data?.checkedAt != null && <CheckedAgo at={query.data.checkedAt} />}
    >
      <Loaded query={query}>
        {(operations) => (
          <div className="stack tight">
            <p className={operations.violations === 0 ? 'verdict good' : 'verdict late'}>
              {operations.violations === 0
                ? t('today.violations.none')
                : t('today.violations.some', { count: operations.violations })}
            </p>
            {operations.findings.length > 0 && (
              <ul className="findings">
                {operations.findings.map(({ invariant, count }) => (
                  <li key={invariant}>
                    <code>{invariant}</code> <Count of={count} />
                  </li>
                ))}
              </ul>
            )}
            <dl className="pairs numbers">
              <dt>{t('today.violations.count')}</dt>
              <dd>
                <Count of={operations.violations} />
              </dd>
              <dt>{t('today.violations.openWithoutStep')}</dt>
              <dd>
                <WorkLink
                  search={{ tab: 'all', withoutStep: true, followed: true }}
                  count={operations.openWithoutStep}
                />
              </dd>
              <dt>{t('today.violations.managerHolds')}</dt>
              <dd>
                <Link to="/held-work" search={{ why: 'nobodyElse' }}>
                  <Count of={operations.managerHolds} />
                </Link>
              </dd>
              <dt>{t('today.violations.withoutAct')}</dt>
              <dd>
                <WorkLink search={{ tab: 'all', withoutActFor30Days: true }} count={operations.withoutActFor30Days} />
              </dd>
              <dt>{t('today.violations.deadLetters')}</dt>
              <dd>
                <Count of={operations.deadLetters} />
              </dd>
              <dt>{t('today.violations.stuckTransfers')}</dt>
              <dd>
                <Count of={operations.stuckTransfers} />
              </dd>
              <dt>{t('today.violations.outbox')}</dt>
              <dd>
                <Count of={operations.outboxWaiting} />
              </dd>
            </dl>
          </div>
        )}
      </Loaded>
    </Panel>
  );
}

/** In real time: the checks watch the machine, whose clock is not that of a practice office. */
function CheckedAgo({ at }: { readonly at: string }) {
  const { t } = useTranslation();
  return <span className="soft small">{t('today.violations.checkedAgo', { seconds: secondsSince(at) })}</span>;
}
