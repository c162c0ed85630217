/** Words and data of one paper → the bytes of a PDF. Pure but for the files of the fonts. */
import pdfmake from 'pdfmake';
import { fillWords } from '../../domain/documents/words.ts';
import type { FontFace } from '../fonts/fonts.ts';
import { typesetter } from '../fonts/set-type.ts';
import type { Definition } from '../frame/content.ts';
import { framed } from '../frame/page.ts';
import { chineseDay } from '../frame/parts.ts';
import type { DocumentKind, Issued, OfficeHead } from '../kind.ts';
import { MissingGlyphs, type MissingGlyph } from './missing-glyphs.ts';
import { bound, withScans } from './scans.ts';

export interface Paper<Data> {
  readonly data: Data;
  /** Blocks that the office words itself; every other has the program's own words. */
  readonly words: Readonly<Record<string, string>>;
  readonly office: OfficeHead;
  readonly issued: Issued;
}

export interface Rendered {
  readonly bytes: Uint8Array;
  readonly pages: number;
}

/** @throws MissingGlyphs what no font has, each with its page */
export async function renderPaper<Data>(
  kind: DocumentKind<Data>,
  { data, words, office, issued }: Paper<Data>,
  fonts: readonly FontFace[],
): Promise<Rendered> {
  const values = { ...commonValues(office, issued), ...kind.values(data) };
  const filled = fillWords(kind, { ...kind.words, ...words }, values);
  const content = kind.content(data, filled, { office, issued });
  const scans = await bound(kind.scans?.(data) ?? []);
  const { bytes, pages } = await layOut(
    framed({ kind, office, issued, content, signedBy: kind.signedBy?.(data) ?? [], scans }),
    fonts,
  );
  return { bytes: scans.length === 0 ? bytes : await withScans(bytes, scans), pages };
}

const commonValues = (office: OfficeHead, { number, day }: Issued) => ({
  officeName: office.name,
  officeTelephone: office.telephone,
  officeAddress: office.address,
  number,
  day: chineseDay(day),
});

async function layOut(definition: Definition, fonts: readonly FontFace[]): Promise<Rendered> {
  const type = typesetter(fonts);
  const { footer } = definition;
  let pages = 0;
  const content = type.set(definition.content);
  const missing: MissingGlyph[] = [];
  const set: Definition = {
    ...definition,
    content,
    footer: (page, pageCount) => {
      pages = pageCount;
      if (!footer) return '';
      const known = new Set(type.missing.keys());
      const foot = type.set(footer(page, pageCount));
      const found = [...type.missing].filter(([id]) => !known.has(id)).flatMap(([, characters]) => characters);
      missing.push(...found.map((character) => ({ character, pages: [page] })));
      return foot;
    },
    pageBreakBefore: ({ id = '', pageNumbers }) => {
      missing.push(...(type.missing.get(id) ?? []).map((character) => ({ character, pages: pageNumbers })));
      return false;
    },
  };
  useFonts(fonts);
  const bytes = await pdfmake.createPdf(set).getBuffer();
  if (missing.length > 0) throw new MissingGlyphs(missing);
  return { bytes: new Uint8Array(bytes), pages };
}

/** Nothing is fetched for a paper, and no file is read but a font. */
function useFonts(fonts: readonly FontFace[]): void {
  const files = new Set(fonts.flatMap(({ normal, bold }) => [normal, bold]));
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy((path) => files.has(path));
  pdfmake.setFonts(Object.fromEntries(fonts.map(({ name, normal, bold }) => [name, { normal, bold }])));
}
