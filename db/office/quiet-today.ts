import { quietSince } from '../../domain/time/quiet-since.ts';
import type { Db } from '../connection/connection.ts';
import { rulesNow, settingOn } from './rules.ts';

type Patience =
  | 'silentAfterWorkingDays'
  | 'silentNoticeAfterWorkingDays'
  | 'noticeTriedForWorkingDays'
  | 'coreReceiptAfterWorkingDays';

/** What was last heard of on this day or before has been silent for as long as the rule says: by the calendar and the rule in force today. */
export async function quietToday(db: Db, patience: Patience): Promise<string> {
  const { today, rules } = await rulesNow(db);
  return quietSince(today, settingOn(rules, today, patience), rules.calendar);
}
