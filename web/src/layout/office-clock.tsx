import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { clockQuery } from '../api/clock-query.ts';
import type { Clock } from '../api/types.ts';
import { formatClock } from '../format/day.ts';
import { formatCount } from '../format/count.ts';
import { officeTime } from '../format/office-time.ts';

const TICK_MS = 500;
/** No reading is older where the clock of the desk says so: it was moved. */
const OLD_MS = 60_000;

/** The one clock that due dates follow; between two readings it goes on by itself. */
export function OfficeClock() {
  const { t } = useTranslation();
  const { data: clock, dataUpdatedAt } = useQuery(clockQuery());
  if (!clock) return <div className="clock" />;
  return (
    <div className="clock" role="group" aria-label={t('layout.clock.label')}>
      <Ticking key={dataUpdatedAt} clock={clock} readAt={dataUpdatedAt} />
      {clock.simulated && <Speed clock={clock} />}
    </div>
  );
}

interface TickingProps {
  readonly clock: Clock;
  /** By the clock of the desk. */
  readonly readAt: number;
}

/** By what has passed, not by the clock of the desk: that may be put right at any moment. */
function Ticking({ clock, readAt }: TickingProps) {
  const { i18n } = useTranslation();
  const [begun] = useState(() => performance.now() - Math.min(Math.max(0, Date.now() - readAt), OLD_MS));
  const [now, setNow] = useState(() => performance.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(performance.now()), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  return <div>{formatClock(officeTime(clock, Math.max(0, now - begun)), i18n.language)}</div>;
}

function Speed({ clock }: { readonly clock: Clock }) {
  const { t } = useTranslation();
  const speed = formatCount(Math.round(clock.speed * 10) / 10);
  return (
    <div className="speed">{clock.frozen ? t('layout.clock.frozen') : t('layout.clock.simulated', { speed })}</div>
  );
}
