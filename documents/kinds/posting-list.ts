/** 交寄清单: what the courier takes along, in the order of the papers behind it; printed anew each time and kept nowhere. */
import { chineseDay, paragraphs, signatures, table } from '../frame/parts.ts';
import { documentKind } from '../kind.ts';

export interface PostingListData {
  readonly madeOn: string;
  readonly papers: readonly {
    readonly title: string;
    readonly number: string;
    readonly pages: number;
    readonly addressee: string;
    /** Empty: the directory has none, and somebody must find it before it is posted. */
    readonly address: string;
    readonly postcode: string;
  }[];
}

export const postingList = documentKind<PostingListData>()({
  kind: 'postingList',
  title: '交寄清单',
  toAnotherOffice: false,
  sealed: false,
  sheet: { pageMargins: [40, 44, 40, 50] },
  fields: { madeOn: '制作日期', count: '件数' },
  needed: { opening: ['count'] },
  words: { opening: '{制作日期}交寄文书共{件数}件，清单如下。快递单号由交寄人填写。' },
  sample: {
    madeOn: '2026-01-05',
    papers: [
      {
        title: '联系函',
        number: 'ZR20260100001-LX',
        pages: 1,
        addressee: '某市社会保险事业管理中心',
        address: '',
        postcode: '',
      },
    ],
  },
  values: ({ madeOn, papers }) => ({ madeOn: chineseDay(madeOn), count: String(papers.length) }),
  content: ({ papers }, words) => [
    ...paragraphs(words.opening),
    table(
      [
        { title: '序号', width: 24, alignment: 'center' },
        { title: '文书和编号', width: 110 },
        { title: '收件单位和地址' },
        { title: '页数', width: 24, alignment: 'center' },
        { title: '快递单号', width: 84 },
      ],
      papers.map((paper, index) => [
        String(index + 1),
        `${paper.title}\n${paper.number}`,
        `${paper.addressee}\n${paper.address === '' ? '（通讯录中无地址，请核实后填写）' : `${paper.address} ${paper.postcode}`}`,
        String(paper.pages),
        '',
      ]),
      { dense: true },
    ),
    signatures(['交寄人', '揽收人', '日期']),
  ],
});
