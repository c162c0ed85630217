/** Which backups stay: the newest of each of the last days, weeks and months that have one. */
import { addDays, dateOf } from '../domain/time/shanghai-day.ts';

export interface Keep {
  readonly daily: number;
  readonly weekly: number;
  readonly monthly: number;
}

/** Of these, whichever the rule does not keep; the newest is always kept. */
export function expired<T extends { readonly madeAt: string }>(backups: readonly T[], keep: Keep): T[] {
  const newestFirst = [...backups].sort((a, b) => b.madeAt.localeCompare(a.madeAt));
  const kept = new Set<T>(newestFirst.slice(0, 1));
  const rules: [number, (day: string) => string][] = [
    [keep.daily, (day) => day],
    [keep.weekly, mondayOf],
    [keep.monthly, (day) => day.slice(0, 7)],
  ];
  for (const [count, periodOf] of rules) {
    const newestOfPeriod = new Map<string, T>();
    for (const backup of newestFirst) {
      const period = periodOf(dateOf(new Date(backup.madeAt)));
      if (!newestOfPeriod.has(period)) newestOfPeriod.set(period, backup);
    }
    for (const backup of [...newestOfPeriod.values()].slice(0, count)) kept.add(backup);
  }
  return newestFirst.filter((backup) => !kept.has(backup));
}

function mondayOf(day: string): string {
  const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
  return addDays(day, -weekday);
}
