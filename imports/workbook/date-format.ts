/** Whether a number format of a spreadsheet shows a day or a time. */

/** Built in: 14–22 and 45–47 everywhere, the others in East Asia. */
const BUILT_IN: readonly (readonly [number, number])[] = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
];

/** What is quoted, escaped, a colour or a language says nothing; of several sections the first counts. */
export function isDateFormat(id: number, code?: string): boolean {
  if (code === undefined) return BUILT_IN.some(([first, last]) => id >= first && id <= last);
  const bare = code
    .replace(/"[^"]*"|\\.|[_*]./g, '')
    .replace(/\[[^\]]*\]/g, '')
    .split(';')[0]!;
  return /[ymdhs年月日]/i.test(bare) && !/general|[#0?]/i.test(bare.replace(/s\.0+/i, 's'));
}
