import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { clockQuery } from '../api/clock-query.ts';
import type { Clock } from '../api/types.ts';
import { formatClock } from '../format/day.ts';
import { formatCount } from '../format/count.ts';
import { officeTime } from '../format/office-time.ts';

const TICK_MS = 500;

/** The one clock that due dates follow; between two readings it goes on by itself. */
export function OfficeClock() {
  const { t } = useTranslation();
  const { data: clock, dataUpdatedAt } = useQuery(clockQuery());
  if (!clock) return <div className="clock" />;
  return (
    <div className="clock" role="group" aria-label={t('layout.clock.label')}>
      <Ticking clock={clock} readAt={dataUpdatedAt} />
      {clock.simulated && <Speed clock={clock} />}
    </div>
  );
}

function Ticking({ clock, readAt }: { readonly clock: Clock; readonly readAt: number }) {
  const { i18n } = useTranslation();
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  return <div>{formatClock(officeTime(clock, Math.max(0, now - readAt)), i18n.language)}</div>;
}

function Speed({ clock }: { readonly clock: Clock }) {
  const { t } = useTranslation();
  const speed = formatCount(Math.round(clock.speed * 10) / 10);
  return (
    <div className="speed">{clock.frozen ? t('layout.clock.frozen') : t('layout.clock.simulated', { speed })}</div>
  );
}
