/** The number by which a spreadsheet counts days; it stands bare where a cell was never formatted as a day. */
import { dateOfDayNumber } from './shanghai-day.ts';

/** Where a spreadsheet begins to count: Excel on Windows in 1900, old Excel on a Mac in 1904. */
export type Epoch = '1900' | '1904';

const DAY_SECONDS = 86_400;
const SERIAL_OF_1970: Readonly<Record<Epoch, number>> = { '1900': 25_569, '1904': 24_107 };
/** The count of 1900 has a 29 February that never was: before it nothing is sure. After 2099 it is no day of this office. */
const FIRST = 61;
const LAST = 73_050;

/** Undefined for what is no day of this century or the last. */
export function momentOfSerial(serial: number, epoch: Epoch): { day: string; time: string } | undefined {
  if (!(serial >= FIRST && serial <= LAST)) return undefined;
  // A count of thirds and sixtieths: rounded to the second before it is cut into day and time.
  const seconds = Math.round((serial - SERIAL_OF_1970[epoch]) * DAY_SECONDS);
  const days = Math.floor(seconds / DAY_SECONDS);
  return { day: dateOfDayNumber(days), time: timeOfSeconds(seconds - days * DAY_SECONDS) };
}

/** HH:MM:SS of a part of a day. */
export const timeOfShare = (share: number): string => timeOfSeconds(Math.round(share * DAY_SECONDS) % DAY_SECONDS);

const timeOfSeconds = (seconds: number): string => new Date(seconds * 1_000).toISOString().slice(11, 19);
