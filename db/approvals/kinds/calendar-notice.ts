/** A year's holiday notice: it moves due dates. The deadlines follow when it is confirmed (`upkeep/`). */
import { refuseDefects } from '../../../domain/errors.ts';
import { mayDo } from '../../../domain/staff/permissions.ts';
import { noticeDays, noticeDefects, type HolidayNotice } from '../../../domain/time/holiday-notice.ts';
import { changeCalendar, loadedNotices, readCalendarYear } from '../../office/calendar-changes.ts';
import type { ApprovalKind } from '../kind.ts';

export const calendarNotice: ApprovalKind<HolidayNotice> = {
  name: 'loadCalendar',
  workingDays: 5,
  mayPropose: (roles) => mayDo(roles, 'changeSettings'),
  mayConfirm: (roles) => mayDo(roles, 'changeSettings'),

  async look({ tx }, notice) {
    const loaded = await loadedNotices(tx, notice.year);
    refuseDefects(noticeDefects(notice, loaded));
    const known = await readCalendarYear(tx, notice.year);
    const before = loaded.days;
    const named = noticeDays(notice);
    // A supplement leaves the days that it does not name.
    const after = notice.supplements ? new Map([...before, ...named]) : named;
    const moved = [...new Set([...before.keys(), ...after.keys()])]
      .sort()
      .filter((day) => before.get(day) !== after.get(day));
    return {
      subject: String(notice.year),
      transferId: null,
      seen: { notice: known?.notice ?? null, loadedAt: known?.loadedAt ?? null, days: JSON.stringify([...before]) },
      changes: [
        { field: 'year', was: null, becomes: notice.year },
        { field: 'notice', was: known?.notice ?? null, becomes: notice.notice },
        ...moved.map((day) => ({ field: day, was: before.get(day) ?? null, becomes: after.get(day) ?? null })),
      ],
      barred: [],
    };
  },

  async take({ tx, proposedBy }, notice) {
    await changeCalendar(tx, notice, proposedBy);
    return undefined;
  },
};
