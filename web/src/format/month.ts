/** Months `YYYY-MM`, as cohorts are counted by them. */
import { addDays } from '../../../domain/time/shanghai-day.ts';

export function isMonth(text: unknown): text is string {
  return typeof text === 'string' && /^(20|21)\d{2}-(0[1-9]|1[0-2])$/.test(text);
}

export const monthOf = (day: string): string => day.slice(0, 7);

export function addMonths(month: string, count: number): string {
  const number = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + count;
  return `${String(Math.floor(number / 12))}-${String((number % 12) + 1).padStart(2, '0')}`;
}

export const firstDay = (month: string): string => `${month}-01`;
export const lastDay = (month: string): string => addDays(firstDay(addMonths(month, 1)), -1);
