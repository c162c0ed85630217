/** The sheet around what a paper says: head of the office, title and number, place of the seal, page x of y. */
import type { DocumentKind, Issued, OfficeHead } from '../kind.ts';
import { qrCode } from './codes.ts';
import type { Content, Definition, Margins, SheetSize } from './content.ts';
import { INK, SOFT, STYLES } from './layouts.ts';
import { chineseDay } from './parts.ts';

const MARGINS: Margins = [62, 56, 62, 58];

interface Framed {
  readonly kind: Pick<DocumentKind<never>, 'title' | 'sealed' | 'sheet'>;
  readonly office: OfficeHead;
  readonly issued: Issued;
  readonly content: readonly Content[];
}

export function framed({ kind, office, issued, content }: Framed): Definition {
  const { bare, ...sheet } = kind.sheet ?? {};
  return {
    pageSize: 'A4',
    pageMargins: bare ? [0, 0, 0, 0] : MARGINS,
    ...sheet,
    info: { title: `${kind.title} ${issued.number}`, author: office.name },
    defaultStyle: { font: 'Sans', fontSize: 11, color: INK, lineHeight: 1.15 },
    styles: STYLES,
    ...(issued.preview ? { watermark: { text: '预览 不作凭证', color: '#999999', opacity: 0.25, bold: true } } : {}),
    ...(bare ? {} : { footer: (page: number, pages: number) => foot({ title: kind.title, issued, page, pages }) }),
    content: bare
      ? [...content]
      : [
          head(office, widthOf(sheet)),
          titleOf(kind.title, issued),
          ...content,
          kind.sealed ? sealPlace(office, issued.day) : [],
          checkOf(issued),
        ],
  };
}

/** Between the margins of an A4 sheet. */
function widthOf({ pageOrientation, pageMargins: [left, , right] = MARGINS }: SheetSize): number {
  return (pageOrientation === 'landscape' ? 842 : 595) - left - right;
}

function head({ name, logo }: OfficeHead, width: number): Content {
  const said: Content = { text: name, style: 'office', margin: [0, logo ? 8 : 0, 0, 0] };
  const line: Content = {
    canvas: [{ type: 'line', x1: 0, y1: 0, x2: width, y2: 0, lineWidth: 1.2, lineColor: INK }],
    margin: [0, 8, 0, 0],
  };
  if (!logo) return { stack: [said, line] };
  const image = `data:${logo.mediaType};base64,${Buffer.from(logo.bytes).toString('base64')}`;
  return {
    stack: [
      {
        columns: [
          { image, fit: [90, 42], width: 90 },
          { stack: [said], width: '*' },
          { text: '', width: 90 },
        ],
      },
      line,
    ],
  };
}

const titleOf = (title: string, { number, version }: Issued): Content => ({
  stack: [
    { text: title, style: 'title' },
    {
      text: `编号：${number}${version > 1 ? `（第${version}版，原件作废）` : ''}`,
      style: 'soft',
      alignment: 'right',
      margin: [0, 0, 0, 8],
    },
  ],
});

/** Where the seal goes, and the day beneath it; never alone on a page of its own line by line. */
const sealPlace = ({ name, sealText }: OfficeHead, day: string): Content => ({
  unbreakable: true,
  margin: [0, 26, 0, 0],
  columns: [
    { text: '', width: '*' },
    {
      width: 230,
      stack: [
        { text: sealText || name, alignment: 'center', fontSize: 12 },
        { text: '（盖章）', alignment: 'center', color: SOFT, fontSize: 9, margin: [0, 12, 0, 12] },
        { text: chineseDay(day), alignment: 'center', fontSize: 12 },
      ],
    },
  ],
});

function checkOf({ check }: Issued): Content {
  if (!check) return [];
  return {
    unbreakable: true,
    margin: [0, 18, 0, 0],
    columns: [
      { stack: [qrCode(check.address, { sizeMm: 20 })], width: 64 },
      {
        stack: [
          { text: `验真码 ${check.code}`, fontSize: 10, bold: true },
          {
            text: `扫码或打开 ${check.address} 核验本件的编号、日期和是否有效。该页不显示个人信息。`,
            style: 'soft',
            margin: [0, 4, 0, 0],
          },
        ],
        width: '*',
        margin: [0, 8, 0, 0],
      },
    ],
  };
}

const foot = ({
  title,
  issued,
  page,
  pages,
}: {
  title: string;
  issued: Issued;
  page: number;
  pages: number;
}): Content => ({
  columns: [
    { text: `${title}　${issued.number}`, width: '*' },
    { text: `第 ${page} 页　共 ${pages} 页`, width: 120, alignment: 'right' },
  ],
  style: 'soft',
  margin: [MARGINS[0], 22, MARGINS[2], 0],
});
