import type { WorkingCalendar } from '../../domain/time/working-days.ts';
import type { Db } from '../connection/connection.ts';
import { rulesNow } from './rules.ts';

/** As this process keeps it; read again when the ledger says that the rules have changed. */
export async function loadCalendar(db: Db): Promise<WorkingCalendar> {
  return (await rulesNow(db)).rules.calendar;
}
