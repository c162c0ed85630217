/** EMS sheet: for each envelope sender, addressee, what lies in it and the waybill as Code 128; two on a sheet, to be cut. */
import type { Content } from '../frame/content.ts';
import { code128 } from '../frame/codes.ts';
import { GRID } from '../frame/layouts.ts';
import { chineseDay } from '../frame/parts.ts';
import { documentKind, type OfficeHead } from '../kind.ts';
import { fittingSize, POINTS_OF_MM } from './label-layout.ts';
import type { OtherOffice } from './letter-parts.ts';
import { SAMPLE_OFFICE } from './samples.ts';

export interface EmsSheetData {
  readonly parcels: readonly Parcel[];
}

export interface Parcel {
  readonly waybill: string;
  readonly postedOn: string;
  readonly to: OtherOffice;
  readonly sender: { readonly name: string; readonly telephone: string };
  readonly letterNos: readonly string[];
}

/** Half a sheet, with room for the scissors. */
const HALF = (297 / 2) * POINTS_OF_MM;
const WIDTH = 186 * POINTS_OF_MM;
const LEFT = 12 * POINTS_OF_MM;
const TOP = 9 * POINTS_OF_MM;
/** Together with what stands above and the lines between they leave room for the scissors: a sheet must not reach into the next. */
const HEIGHTS = { to: 92, from: 58, inside: 84, signed: 40 };
const WITHIN = WIDTH - 92;

export const emsSheet = documentKind<EmsSheetData>()({
  kind: 'emsSheet',
  title: '特快专递交寄单',
  toAnotherOffice: false,
  sealed: false,
  sheet: { bare: true, pageMargins: [0, 0, 0, 0] },
  fields: {},
  words: { content: '公函（社会保险关系转移接续）' },
  needed: {},
  sample: {
    parcels: [
      {
        waybill: '1000000000001',
        postedOn: '2026-01-08',
        to: SAMPLE_OFFICE,
        sender: { name: '李四', telephone: '010-00000000' },
        letterNos: ['IN20260100001-1-1'],
      },
    ],
  },
  values: () => ({}),
  content: ({ parcels }, words, { office }): Content[] =>
    parcels.flatMap((parcel, index) => {
      const isLower = index % 2 === 1;
      const content: Content = {
        absolutePosition: { x: LEFT, y: TOP + (isLower ? HALF : 0) },
        columns: [{ width: WIDTH, stack: sheetOf(parcel, words.content, office) }],
      };
      if (isLower) return [cutLine, content];
      return index === 0 ? [content] : [{ text: ' ', fontSize: 1, pageBreak: 'before' }, content];
    }),
});

/** Where it is cut. */
const cutLine: Content = {
  absolutePosition: { x: 12, y: HALF - 5 },
  columns: [{ width: 571, stack: [{ text: '- '.repeat(150), fontSize: 7, noWrap: true, color: '#8a8a8a' }] }],
};

function sheetOf(parcel: Parcel, what: string, office: OfficeHead): Content[] {
  const { to, sender } = parcel;
  return [
    {
      columns: [
        {
          width: '*',
          stack: [
            { text: '特快专递交寄单', fontSize: 17, bold: true, characterSpacing: 2 },
            { text: `交寄日期：${chineseDay(parcel.postedOn)}`, fontSize: 10.5, margin: [0, 8, 0, 0] },
          ],
        },
        { width: 80 * POINTS_OF_MM, stack: [code128(parcel.waybill, { widthMm: 80, heightMm: 14 })] },
      ],
    },
    {
      margin: [0, 8, 0, 0],
      layout: GRID,
      table: {
        widths: [66, '*'],
        heights: [HEIGHTS.to, HEIGHTS.from, 0, HEIGHTS.signed],
        body: [
          ['收件人', party(to, `${to.name}　社保关系转移接续 收`, 1, HEIGHTS.to)],
          [
            '寄件人',
            party(
              { ...office, telephone: sender.telephone || office.telephone },
              `${office.name}　${sender.name}`,
              0.9,
              HEIGHTS.from,
            ),
          ],
          ['内件', contents(parcel, what)],
          [
            '签章',
            { text: '收寄人：＿＿＿＿＿＿＿　　交寄人：＿＿＿＿＿＿＿　　收寄时间：＿＿＿＿＿＿＿', fontSize: 10 },
          ],
        ].map(([name, cell]) => [{ text: name as string, style: 'name' }, cell as Content]),
      },
    },
  ];
}

interface Party {
  readonly address: string;
  readonly postcode: string;
  readonly telephone: string;
}

function party(at: Party, name: string, share: number, height: number): Content {
  const blocks = [
    { text: name, share: 1.15 * share, bold: true },
    { text: [at.postcode, at.address].filter(Boolean).join('　'), share },
    { text: at.telephone === '' ? '' : `电话 ${at.telephone}`, share },
  ].filter(({ text }) => text !== '');
  const size = fittingSize(blocks, { width: WITHIN, height: height - 2 * blocks.length });
  return {
    stack: blocks.map(({ share: own, ...block }) => ({
      ...block,
      fontSize: size * own,
      lineHeight: 1,
      margin: [0, 0, 0, 2],
    })),
  };
}

/** More than an envelope holds. */
const NAMED = 50;

/** All numbers, unless somebody has put more than an envelope holds under one waybill. */
function contents({ letterNos }: Parcel, what: string): Content {
  const count = letterNos.length;
  const numbers = letterNos.slice(0, NAMED).join('、') + (count > NAMED ? '等' : '');
  const text = `${what}，共${String(count)}件：${numbers}`;
  const size = fittingSize([{ text, share: 1 }], { width: WITHIN, height: HEIGHTS.inside });
  return { text, fontSize: Math.min(size, 10.5), lineHeight: 1 };
}
