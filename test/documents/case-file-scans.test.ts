/** Scans of a case lie behind its case file, each under its heading and number; what cannot be read is named, and the rest is there. */
import { degrees, PDFDocument, StandardFonts } from '@cantoo/pdf-lib';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadFonts } from '../../documents/fonts/fonts.ts';
import { KINDS } from '../../documents/kinds/index.ts';
import { renderPaper, type Rendered } from '../../documents/render/render.ts';
import { aBrokenPng, aPhotograph, aPng, ORIENTATIONS, PHOTOGRAPH } from '../builders/pictures.ts';
import { coloursAt, pagesOf } from '../support/pdf.ts';

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

describe('a photograph', () => {
  /** Of the middle of each quarter, where the sheet has room for it: as large as it is, at the top in the middle. */
  const { width, height } = PHOTOGRAPH;
  const [left, top] = [46 + (503 - width) / 2, 841.89 - 64 - 690];
  const quarters = [0.25, 0.75].flatMap((y) => [0.25, 0.75].map((x) => [left + x * width, top + y * height] as const));
  const nearest = (colour: readonly number[]): string =>
    colour.map((part) => (part > 200 ? 'f' : part > 64 ? '8' : '0')).join('');
  const UPRIGHT = ['f00', '080', '00f', 'fff'];

  test('lies upright, however the telephone was held', async () => {
    const photographs = [
      ...ORIENTATIONS.map((held) => aPhotograph(held, { isLittle: held % 2 === 0 })),
      // A number that means nothing is none.
      aPhotograph(1).fill(0x99, 30, 32),
    ];
    const { bytes, pages } = await print(photographs.map((photograph) => paper('申请表', 'image/jpeg', photograph)));
    const seen: string[][] = [];
    for (let page = pages - photographs.length + 1; page <= pages; page += 1)
      seen.push((await coloursAt(bytes, page, quarters)).map(nearest));
    expect(seen).toEqual(photographs.map(() => UPRIGHT));
  });

  test('that breaks off inside of what it says of itself is no reason to fail', async () => {
    const cut = aPhotograph(6).subarray(0, 24);
    const pages = await pagesOf((await print([paper('申请表', 'image/jpeg', cut)])).bytes);
    expect(pages.at(-1)).toContain('该扫描件已损坏');
  });
});

test('without scans nothing lies behind the seal', async () => {
  const pages = await pagesOf((await print([])).bytes);
  expect(pages.at(-1)).toContain('（盖章）');
});
