/** Values within a sentence of the console: what they are written between depends on the language alone. */
import i18next from 'i18next';
import { beforeAll, expect, test } from 'vitest';
import { keptApart } from '../../web/src/i18n/kept-apart.ts';

beforeAll(async () => {
  const translation = { due: 'مهلت {{day}}، {{count}} روز' };
  await i18next.init({
    lng: 'fa',
    resources: { fa: { translation }, ko: { translation } },
    interpolation: { escapeValue: true, escape: keptApart },
  });
});

test('a day in a Persian sentence keeps its strokes: it and the number stand apart from the line', async () => {
  await i18next.changeLanguage('fa');
  const t = i18next.t as (key: string, values: object) => string;
  expect(t('due', { day: '2026-06-03', count: 3 })).toBe('مهلت \u20682026-06-03\u2069، \u20683\u2069 روز');
});

test('elsewhere a value stands as it is, with no mark of a page in it', async () => {
  await i18next.changeLanguage('ko');
  const t = i18next.t as (key: string, values: object) => string;
  expect(t('due', { day: '<b> & 2026/06/03', count: 3 })).toBe('مهلت <b> & 2026/06/03، 3 روز');
});
