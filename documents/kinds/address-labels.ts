/** Address labels: sheets of 2 × 5 (99.1 × 57 mm), one label an envelope, of which the first places may be used up. */
import type { Content } from '../frame/content.ts';
import { documentKind, type OfficeHead } from '../kind.ts';
import { fittingSize, placesOn, POINTS_OF_MM, type Grid } from './label-layout.ts';
import type { OtherOffice } from './letter-parts.ts';
import { SAMPLE_OFFICE } from './samples.ts';

export interface AddressLabelsData {
  /** Labels of the first sheet that are gone already. */
  readonly skip: number;
  readonly labels: readonly AddressLabel[];
}

export interface AddressLabel {
  readonly to: OtherOffice;
  /** What lies in the envelope. */
  readonly letterNos: readonly string[];
}

const WIDTH = 99.1 * POINTS_OF_MM;
const HEIGHT = 57 * POINTS_OF_MM;
const PADDING = 13;
const BOX = { width: WIDTH - 2 * PADDING, height: HEIGHT - 2 * PADDING };
const SHEET: Grid = {
  across: 2,
  down: 5,
  left: 4.65 * POINTS_OF_MM,
  top: 6 * POINTS_OF_MM,
  stepX: (99.1 + 2.5) * POINTS_OF_MM,
  stepY: HEIGHT,
};

export const addressLabels = documentKind<AddressLabelsData>()({
  kind: 'addressLabels',
  title: '信封地址标签',
  toAnotherOffice: false,
  sealed: false,
  sheet: { bare: true, pageMargins: [0, 0, 0, 0] },
  fields: {},
  words: { department: '社会保险关系转移接续业务 收' },
  needed: {},
  sample: {
    skip: 0,
    labels: [
      {
        to: SAMPLE_OFFICE,
        letterNos: ['IN20260100001-1-1'],
      },
    ],
  },
  values: () => ({}),
  content: ({ labels, skip }, words, { office }): Content[] => {
    const places = placesOn(SHEET, labels.length, skip);
    return labels.flatMap((label, index) => {
      const { page, x, y } = places[index]!;
      const isNewPage = page > (places[index - 1]?.page ?? page);
      const content: Content = {
        absolutePosition: { x: x + PADDING, y: y + PADDING },
        columns: [{ width: BOX.width, stack: lines(label, words.department, office) }],
      };
      return isNewPage ? [{ text: ' ', fontSize: 1, pageBreak: 'before' }, content] : [content];
    });
  },
});

function lines({ to, letterNos }: AddressLabel, department: string, office: OfficeHead): Content[] {
  const sender = `寄：${[office.name, office.address, office.postcode, office.telephone].filter(Boolean).join('　')}`;
  const blocks = [
    { text: to.postcode, share: 1.25, bold: true, characterSpacing: 3 },
    { text: to.address, share: 1 },
    { text: to.name, share: 1.15, bold: true },
    { text: department, share: 0.9 },
    { text: to.telephone === '' ? '' : `电话 ${to.telephone}`, share: 0.85 },
    { text: inside(letterNos), share: 0.7, color: '#555555' },
    { text: sender, share: 0.7, color: '#555555' },
  ].filter(({ text }) => text !== '');
  const size = fittingSize(blocks, BOX);
  return blocks.map(({ share, ...block }) => ({ ...block, fontSize: size * share, lineHeight: 1 }));
}

const NAMED = 4;

/** The courier’s sheet has all of them. */
const inside = (letterNos: readonly string[]): string =>
  letterNos.slice(0, NAMED).join('　') + (letterNos.length > NAMED ? `　等${String(letterNos.length)}件` : '');
