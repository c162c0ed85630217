/** Scans of a case lie behind its case file, each under its heading and number; what cannot be read is named, and the rest is there. */
import { degrees, PDFDocument, StandardFonts } from '@cantoo/pdf-lib';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadFonts } from '../../documents/fonts/fonts.ts';
import { KINDS } from '../../documents/kinds/index.ts';
import { renderPaper, type Rendered } from '../../documents/render/render.ts';
import { aBrokenPng, aPng } from '../builders/pictures.ts';
import { pagesOf } from '../support/pdf.ts';

const fonts = loadFonts([]);
const office = { name: '样例区社保中心', telephone: '', address: '', postcode: '', sealText: '', logo: null };
const issued = { number: 'IN20260100001-JZ', day: '2026-03-06', version: 1, check: null, preview: false };

const paper = (kind: string, mediaType: string, bytes: Uint8Array | null) => ({
  kind,
  mediaType,
  bytes,
  byteLength: bytes?.length ?? 60_000_000,
  sha256: 'abcdef012345'.padEnd(64, '0'),
  addedOn: '2026-01-05',
  addedBy: '李四',
});

/** A page a word; the second lies on its side, and one without a word is blank. */
async function aPdf(...words: readonly string[]): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  words.forEach((word, at) => {
    const page = pdf.addPage([400, 600]);
    if (word !== '') page.drawText(word, { x: 40, y: 300, font });
    if (at === 1) page.setRotation(degrees(90));
  });
  return pdf.save();
}

const print = (papers: readonly ReturnType<typeof paper>[]): Promise<Rendered> => {
  const data = { ...KINDS.caseFile.sample, papers };
  return renderPaper(KINDS.caseFile, { data, words: {}, office, issued }, fonts);
};

describe('a case file with scans', () => {
  let printed: Rendered;
  let pages: string[];
  beforeAll(async () => {
    printed = await print([
      paper('申请表', 'application/pdf', await aPdf('FIRST', 'SECOND', '')),
      paper('身份证复印件', 'image/png', aPng()),
      paper('户口簿', 'image/png', aBrokenPng()),
      paper('劳动合同', 'application/pdf', Buffer.from('%PDF-1.7 and nothing of a file')),
      paper('全部档案', 'application/pdf', null),
    ]);
    pages = await pagesOf(printed.bytes);
  });

  test('has every sheet of each behind the seal, in their order, under its heading', () => {
    const at = pages.findIndex((page) => page.includes('材料1申请表（第1张，共3张）'));
    expect(at).toBeGreaterThan(pages.findIndex((page) => page.includes('（盖章）')) - 1);
    expect(pages.slice(at).map((page) => /材料\d[^校]+/.exec(page)?.[0])).toEqual([
      '材料1申请表（第1张，共3张）',
      '材料1申请表（第2张，共3张）',
      '材料1申请表（第3张，共3张）',
      '材料2身份证复印件',
      '材料3户口簿',
      '材料4劳动合同',
      '材料5全部档案',
    ]);
    expect(pages[at]).toContain('FIRST');
    expect(pages[at + 1]).toContain('SECOND');
  });

  test('numbers all of them, and its list says on which page each begins', () => {
    expect(pages).toHaveLength(printed.pages);
    pages.forEach((page, at) => expect(page).toContain(`第${String(at + 1)}页共${String(printed.pages)}页`));
    const begins = pages.findIndex((page) => page.includes('材料3户口簿')) + 1;
    const list = pages.find((page) => page.includes('、扫描材料'))!;
    expect(list).toMatch(new RegExp(`户口簿2026-01-05李四\\d+abcdef012345${String(begins)}4劳动合同`));
  });

  test('names what is broken, locked or too large on a sheet of its own', () => {
    const sheet = (title: string): string => pages.find((page) => page.includes(title))!;
    for (const title of ['材料3户口簿', '材料4劳动合同']) expect(sheet(title)).toContain('该扫描件已损坏或设有密码');
    expect(sheet('材料5全部档案')).toContain('该扫描件过大');
  });
});

test('without scans nothing lies behind the seal', async () => {
  const pages = await pagesOf((await print([])).bytes);
  expect(pages.at(-1)).toContain('（盖章）');
});
