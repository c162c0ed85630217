import { useTranslation } from 'react-i18next';
import { formatInstant } from '../../format/day.ts';
import { secondsSince } from '../../format/server-time.ts';
import { formatSpan } from '../../format/span.ts';

export function useTimeWords() {
  const { t, i18n } = useTranslation();
  const at = (instant: string | null): string =>
    instant === null ? t('operator.never') : formatInstant(instant, i18n.language);
  const span = (seconds: number): string => formatSpan(seconds, i18n.language);
  const ago = (seconds: number): string => t('operator.ago', { span: span(Math.max(0, seconds)) });
  const sinceInstant = (instant: string): string => ago(secondsSince(instant));
  return { at, span, ago, sinceInstant };
}
