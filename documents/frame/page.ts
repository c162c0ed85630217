/** The sheet around what a paper says: head of the office, title and number, place of the seal, page x of y. */
import { LETTERHEAD_WORDS } from '../../domain/official-words/letterhead.ts';
import type { BoundScan, DocumentKind, Issued, OfficeHead } from '../kind.ts';
import { qrCode } from './codes.ts';
import type { Content, Definition, Margins } from './content.ts';
import { ended } from './ending.ts';
import { INK, SOFT, STYLES } from './layouts.ts';
import { chineseDay, signatures } from './parts.ts';
import { scanSheets } from './scan-sheets.ts';

const MARGINS: Margins = [62, 56, 62, 58];

interface Framed {
  readonly kind: Pick<DocumentKind<never>, 'title' | 'sealed' | 'sheet'>;
  readonly office: OfficeHead;
  readonly issued: Issued;
  readonly content: readonly Content[];
  /** Beside the seal. */
  readonly signedBy?: readonly string[];
  /** Papers that lie behind the seal. */
  readonly scans?: readonly BoundScan[];
}

export function framed({ kind, office, issued, content, signedBy = [], scans = [] }: Framed): Definition {
  const { bare, ...sheet } = kind.sheet ?? {};
  const margins = sheet.pageMargins ?? MARGINS;
  return {
    pageSize: 'A4',
    pageMargins: bare ? [0, 0, 0, 0] : MARGINS,
    ...sheet,
    info: { title: `${kind.title} ${issued.number}`, author: office.name },
    defaultStyle: { font: 'Sans', fontSize: 11, color: INK, lineHeight: 1.15 },
    styles: STYLES,
    ...(issued.preview ? { watermark: { text: '预览 不作凭证', color: '#999999', opacity: 0.25, bold: true } } : {}),
    ...(bare
      ? {}
      : { footer: (page: number, pages: number) => foot({ title: kind.title, issued, page, pages, margins }) }),
    content: bare
      ? [...content]
      : [
          head(office),
          titleOf(kind.title, issued),
          ...ended(content, endOf(kind.sealed, signedBy, office, issued)),
          ...scanSheets(scans),
        ],
  };
}

function head({ name, logo }: OfficeHead): Content {
  const said: Content = { text: name, style: 'office', margin: [0, logo ? 4 : 0, 0, 0] };
  const line = rule;
  if (!logo) return { stack: [said, line] };
  const image = `data:${logo.mediaType};base64,${Buffer.from(logo.bytes).toString('base64')}`;
  return {
    stack: [
      {
        columns: [
          // No higher: an ordinary letter with seal and check code stays on one sheet.
          { image, fit: [76, 32], width: 76 },
          { stack: [said], width: '*' },
          { text: '', width: 76 },
        ],
        columnGap: 8,
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

/** As wide as the sheet has room. */
const rule: Content = {
  table: { widths: ['*'], body: [[{ text: '', border: [false, true, false, false] }]] },
  layout: { hLineWidth: () => 1.2, hLineColor: () => INK },
  margin: [0, 8, 0, -6],
};

/** The check code to the left, the seal to the right: together, so that neither makes a page of its own. */
function endOf(isSealed: boolean, signedBy: readonly string[], office: OfficeHead, issued: Issued): Content[] {
  if (!isSealed && !issued.check) return [];
  return [
    {
      unbreakable: true,
      margin: [0, 12, 0, 0],
      columns: [
        { width: '*', stack: [checkOf(issued), ...signedBy.map((role) => signatures([role]))] },
        { width: 230, stack: isSealed ? [sealPlace(office, issued.day)] : [] },
      ],
      columnGap: 14,
    },
  ];
}

/** Where the seal goes, and the day beneath it. */
const sealPlace = ({ name, sealText }: OfficeHead, day: string): Content => ({
  stack: [
    { text: sealText || name, alignment: 'center', fontSize: 12 },
    { text: LETTERHEAD_WORDS.sealPlace, alignment: 'center', color: SOFT, fontSize: 9, margin: [0, 9, 0, 9] },
    { text: chineseDay(day), alignment: 'center', fontSize: 12 },
  ],
});

function checkOf({ check }: Issued): Content {
  if (!check) return [];
  return {
    columns: [
      { stack: [qrCode(check.address, { sizeMm: 20 })], width: 60 },
      {
        stack: [
          { text: `验真码 ${check.code}`, fontSize: 10, bold: true },
          {
            text: `扫码或打开 ${check.address} 核验本件的编号、日期和是否有效。该页不显示个人信息。`,
            style: 'soft',
            fontSize: 8,
            margin: [0, 4, 0, 0],
          },
        ],
        width: '*',
      },
    ],
    columnGap: 8,
  };
}

const foot = ({
  title,
  issued,
  page,
  pages,
  margins,
}: {
  title: string;
  issued: Issued;
  page: number;
  pages: number;
  margins: Margins;
}): Content => ({
  columns: [
    { text: `${title}　${issued.number}`, width: '*' },
    { text: `第 ${page} 页　共 ${pages} 页`, width: 120, alignment: 'right' },
  ],
  style: 'soft',
  margin: [margins[0], 22, margins[2], 0],
});
