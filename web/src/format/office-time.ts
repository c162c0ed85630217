import type { Clock } from '../api/types.ts';

/** The office's time between two readings of its clock. `sinceRead` in milliseconds of real time. */
export function officeTime(clock: Clock, sinceRead: number): Date {
  const moved = clock.frozen ? 0 : sinceRead * clock.speed;
  return new Date(new Date(clock.officeNow).getTime() + moved);
}
