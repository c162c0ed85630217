/** What an old ledger says of a case in its column 类别标识; a case may bear several. */
export const CATEGORY_MARKS = [
  '4050',
  '机关事业',
  '临近退休',
  '随军配偶',
  '定额缴费',
  '补缴',
  '军人退役',
  '临时账户',
] as const;

export type CategoryMark = (typeof CATEGORY_MARKS)[number];

export const isCategoryMark = (mark: string): mark is CategoryMark => CATEGORY_MARKS.some((known) => known === mark);
