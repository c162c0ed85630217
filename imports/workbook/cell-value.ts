/** The value of one cell as the text that a person would write for it. */
import { momentOfSerial, timeOfShare, type Epoch } from '../../domain/time/serial-day.ts';

/** From here on a spreadsheet has no longer every digit. */
const FEWEST_LOSSY = 1e15;

/** Plain, without the noise behind the 15th digit; a number that has lost digits as `1.10102196809186E+17`. */
export function numberText(written: string): string {
  const value = Number(written);
  if (written.trim() === '' || !Number.isFinite(value)) return written;
  if (Math.abs(value) >= FEWEST_LOSSY) return value.toExponential().toUpperCase();
  return String(Number(value.toPrecision(15)));
}

/** `2026-01-05`, with a time `2026-01-05 08:00:00`; a number that is no day of this century or the last stays a number. */
export function dayText(written: string, epoch: Epoch): string {
  const serial = Number(written);
  if (serial >= 0 && serial < 1) return timeOfShare(serial);
  const moment = momentOfSerial(serial, epoch);
  if (!moment) return numberText(written);
  return moment.time === '00:00:00' ? moment.day : `${moment.day} ${moment.time}`;
}
