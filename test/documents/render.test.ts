/** Papers read back: their text, their codes, and what cannot be printed. */
import { afterAll, describe, expect, test } from 'vitest';
import type { DocumentKind, Issued, OfficeHead } from '../../documents/kind.ts';
import { code128 } from '../../documents/frame/codes.ts';
import { loadFonts } from '../../documents/fonts/fonts.ts';
import { documentKind } from '../../documents/kind.ts';
import { KINDS, kindOf } from '../../documents/kinds/index.ts';
import { joined } from '../../documents/render/joined.ts';
import { MissingGlyphs } from '../../documents/render/missing-glyphs.ts';
import { renderPaper } from '../../documents/render/render.ts';
import { createRenderer } from '../../documents/render/renderer.ts';
import { DOCUMENT_KINDS } from '../../domain/documents/kinds.ts';
import { wordsDefects } from '../../domain/documents/words.ts';
import { codeOf, pagesOf, textOf } from '../support/pdf.ts';

const fonts = loadFonts([]);
const office: OfficeHead = {
  name: '样例区社会保险经办中心',
  telephone: '010-66001234',
  address: '样例市样例路1号',
  postcode: '100000',
  sealText: '',
  logo: null,
};
const issued: Issued = { number: 'ZR20260100001-HZ', day: '2026-01-05', version: 1, check: null, preview: false };
const print = <Data>(kind: DocumentKind<Data>, data: Data, more: Partial<Issued> = {}, words = {}) =>
  renderPaper(kind, { data, words, office, issued: { ...issued, ...more } }, fonts);
const slip = (personName: string) => print(KINDS.acceptanceSlip, { ...KINDS.acceptanceSlip.sample, personName });

/** One paragraph a line, to fill as many pages as it takes. */
const plain = documentKind<{ text: string }>()({
  kind: 'promise',
  title: '试',
  toAnotherOffice: false,
  sealed: false,
  fields: {},
  needed: {},
  words: {},
  sample: { text: '' },
  values: () => ({}),
  content: ({ text }) => text.split('\n').map((line) => ({ text: line })),
});

/** Lists that are kept nowhere are drawn like papers. */
const DRAWN_KINDS = [...DOCUMENT_KINDS, 'postingList', 'manualDecisions'] as const;

describe('every kind', () => {
  test.each(DRAWN_KINDS)('%s is printed with its title, number, office and pages', async (name) => {
    const kind = kindOf(name);
    const { bytes, pages } = await print(kind, kind.sample);
    expect(Buffer.from(bytes.subarray(0, 5)).toString()).toBe('%PDF-');
    const text = await pagesOf(bytes);
    expect(text).toHaveLength(pages);
    // Labels and what is stuck on an envelope have no head.
    if (kind.sheet?.bare) return;
    for (const said of [kind.title, issued.number, office.name, `第1页共${pages}页`]) expect(text[0]).toContain(said);
  });

  test.each(DRAWN_KINDS)('%s has words that its own rule allows', (name) => {
    expect(wordsDefects(kindOf(name), kindOf(name).words)).toEqual([]);
  });
});

test('the slip says what the person takes home, and its QR opens the status page', async () => {
  const { bytes } = await slip('王小明');
  const text = await textOf(bytes);
  for (const said of [
    '王小明：您的养老保险关系转移接续申请已于2026年1月5日受理',
    '45个工作日',
    '2026年1月26日',
    '企业职工基本养老保险',
  ])
    expect(text).toContain(said);
  expect(await codeOf(bytes, 'qr')).toBe(KINDS.acceptanceSlip.sample.statusAddress);
});

test('a refusal says ground and remedies', async () => {
  const text = await textOf((await print(KINDS.notTakenUp, KINDS.notTakenUp.sample)).bytes);
  for (const said of ['不予受理', '国办发〔2009〕66号第二条', '六十日内', '六个月内', '第八十三条'])
    expect(text).toContain(said);
});

test('what stands on a paper to another office is read back by a scanner: QR and Code 128', async () => {
  const address = 'https://office.example/d/7K2M9QXD4PB3T';
  const { bytes } = await print(plain, { text: '正文' }, { check: { code: '7K2M9QXD4PB3T', address } });
  expect(await codeOf(bytes, 'qr')).toBe(address);
  const labelled = { ...plain, content: () => [code128('RB123456785CN')] };
  const label = await print(labelled, { text: '' });
  expect(await codeOf(label.bytes, 'code128')).toBe('RB123456785CN');
  expect(await textOf(label.bytes)).toContain('RB123456785CN');
});

describe('names', () => {
  test.each([
    ['of sixty characters', '欧阳'.repeat(30)],
    ['of a Uyghur with dots', '阿卜杜热合曼·买买提·吐尔逊'],
    ['with characters of the second font', '𠮷𡃁㗎'],
    ['of three characters that need two units each in UTF-16', '𠮷𡃁𬱖'],
    ['rare ones of the first font', '㛃䶮龦𬱖'],
  ])('%s stand whole on the paper', async (_, name) => {
    const { bytes, pages } = await slip(name);
    expect(pages).toBe(1);
    expect(await textOf(bytes)).toContain(name);
  });

  // As long as the law's longest, with dots, and with characters outside the basic plane.
  const begins = '阿卜杜热合曼·买买提·吐尔逊·艾力·依米提·阿不都克里木·麦麦提明·古丽扎尔𠮷𡃁𬱖';
  const LONGEST = begins + '木'.repeat(60 - [...begins].length);
  test.each(DOCUMENT_KINDS.filter((name) => JSON.stringify(namesOf(kindOf(name).sample)) !== '[]'))(
    'of sixty characters, rare ones among them, stand whole on %s',
    async (name) => {
      expect([...LONGEST]).toHaveLength(60);
      const kind = kindOf(name);
      const { bytes } = await print(kind, renamed(kind.sample, LONGEST));
      expect(await textOf(bytes)).toContain(LONGEST);
    },
  );

  test('a mark that chooses among forms of a character prints none of its own', async () => {
    expect(await textOf((await slip('葛\u{e0100}某')).bytes)).toContain('葛某');
  });
});

/** The people of a sample, as those whose name stands on a paper are called in its data. */
const NAMES = new Set(['name', 'personName', 'madeBy']);
const isNamed = (key: string, value: unknown): value is string =>
  NAMES.has(key) && typeof value === 'string' && /^[张李王赵]/.test(value);

function namesOf(sample: unknown): string[] {
  if (typeof sample !== 'object' || sample === null || sample instanceof Uint8Array) return [];
  return Object.entries(sample).flatMap(([key, value]) => (isNamed(key, value) ? [value] : namesOf(value)));
}

function renamed(sample: unknown, name: string): unknown {
  if (Array.isArray(sample)) return sample.map((one) => renamed(one, name));
  if (typeof sample !== 'object' || sample === null || sample instanceof Uint8Array) return sample;
  return Object.fromEntries(
    Object.entries(sample).map(([key, value]) => [key, isNamed(key, value) ? name : renamed(value, name)]),
  );
}

describe('a character that no font has', () => {
  test('is named with its page, and never printed as a box', async () => {
    const text = `${'一行\n'.repeat(120)}末行𱍐`;
    const refused = await print(plain, { text }).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(MissingGlyphs);
    const { missing, message } = refused as MissingGlyphs;
    expect(missing).toHaveLength(1);
    expect(missing[0]).toMatchObject({ character: '𱍐' });
    expect(missing[0]!.pages[0]).toBeGreaterThan(1);
    expect(message).toContain('U+31350');
    expect(message).not.toContain('𱍐');
  });

  test('is found in a cell of a table and in the foot, too', async () => {
    await expect(slip('𧒽某')).rejects.toThrow('U+274BD');
    await expect(print(plain, { text: '' }, { number: '第𧒽号' })).rejects.toThrow('U+274BD');
  });
});

test('a font that the office names is opened only for what none of ours has', async () => {
  const more = loadFonts(['/nowhere/office-font.ttf']);
  const set = (personName: string) =>
    renderPaper(
      KINDS.acceptanceSlip,
      { data: { ...KINDS.acceptanceSlip.sample, personName }, words: {}, office, issued },
      more,
    );
  expect((await set('𠮷某')).pages).toBe(1);
  await expect(set('𱍐某')).rejects.toThrow('/nowhere/office-font.ttf');
});

test('a further version and a preview say that they are', async () => {
  const text = await textOf((await print(plain, { text: '' }, { version: 2, preview: true })).bytes);
  expect(text).toContain('第2版，原件作废');
  expect(text).toContain('预览不作凭证');
});

test('several papers become one file in their order', async () => {
  const files = await Promise.all(['甲甲', '乙乙', '丙丙'].map(async (text) => (await print(plain, { text })).bytes));
  const pages = await pagesOf(await joined(files));
  expect(pages.map((page) => /甲甲|乙乙|丙丙/.exec(page)?.[0])).toEqual(['甲甲', '乙乙', '丙丙']);
});

describe('the thread', () => {
  const renderer = createRenderer({ fontFiles: [] });
  afterAll(() => renderer.close());
  const asked = { kind: 'acceptanceSlip', data: KINDS.acceptanceSlip.sample, words: {}, office, issued } as const;

  test('draws while the loop goes on, and says what is missing as the drawing itself does', async () => {
    let turns = 0;
    const counting = setInterval(() => (turns += 1), 5);
    const { bytes } = await renderer.render(asked);
    clearInterval(counting);
    expect(turns).toBeGreaterThan(5);
    expect(await textOf(bytes)).toContain('受理回执');
    const odd = { ...asked, data: { ...asked.data, personName: '𱍐' } };
    await expect(renderer.render(odd)).rejects.toBeInstanceOf(MissingGlyphs);
  });

  test('begins again after it was closed', async () => {
    await renderer.close();
    expect((await renderer.render(asked)).pages).toBe(1);
  });
});
