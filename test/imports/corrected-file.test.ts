import { expect, test } from 'vitest';
import { correctedFile, type CorrectedRow } from '../../imports/corrected-file.ts';

test('corrected rows make a file whose lines are known, whatever stands in their cells', () => {
  const rows: CorrectedRow[] = [
    { line: 7, cells: { 姓名: '样例甲', 备注: 'a\nb "c"', '#3': 'left over' } },
    { line: 9, cells: { 姓名: '', 备注: '' } },
    { line: 12, cells: { 姓名: '=1+1', 备注: '' } },
    { line: 13, cells: { 姓名: 'x', 备注: 'as an old Mac\rbreaks lines' } },
    { line: 14, cells: { 姓名: 'y', 备注: '' } },
  ];
  const { file, lines } = correctedFile(rows);
  expect(file.toString()).toBe(
    '\uFEFF"姓名","备注"\n"样例甲","a\nb ""c"""\n"",""\n"=1+1",""\n"x","as an old Mac\rbreaks lines"\n"y",""\n',
  );
  // As the reader counts: a row begins where its first cell does.
  expect([...lines]).toEqual([
    [2, 7],
    [4, 9],
    [5, 12],
    [6, 13],
    [8, 14],
  ]);
});
