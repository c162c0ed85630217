/** 卷宗: everything of one transfer, with a list of what lies in it (卷内目录) and the page of each. */
import type { Content } from '../frame/content.ts';
import { chineseDay, paragraphs, type Pair } from '../frame/parts.ts';
import { documentKind } from '../kind.ts';
import { foldedPairs } from './folded-pairs.ts';
import { titled } from './titled-table.ts';
import { CLOSING_WORDS } from '../words/office-words.ts';
import type { CaseFileData } from './case-file-data.ts';
import { sampleCaseFile } from './case-file-sample.ts';
import { shortSum, type FiledPart } from './case-file-filing.ts';
import { partsOf } from './case-file-parts.ts';
import { DENSE_PAIRS } from '../frame/layouts.ts';
import { dayOrBlank, PERSON_FIELDS, personValues, sexWord } from './letter-parts.ts';

export const caseFile = documentKind<CaseFileData>()({
  kind: 'caseFile',
  title: '养老保险关系转移接续卷宗',
  toAnotherOffice: false,
  sealed: true,
  sheet: { pageMargins: [46, 44, 46, 50] },
  fields: { ...PERSON_FIELDS, caseNo: '业务编号', events: '记录条数' },
  words: {
    about:
      '本卷依据业务系统记录生成，截至{日期}共有办理记录{记录条数}条。扫描材料附于卷末，其原件另行存放，以所列校验值为准。',
    closing: '以上为本卷全部记录。',
  },
  needed: {},
  sample: sampleCaseFile,
  values: ({ person, caseNo, events }) => ({ ...personValues(person), caseNo, events: String(events.length) }),
  scans: ({ papers }) =>
    papers.map(({ kind, mediaType, bytes, sha256 }) => ({ title: kind, mediaType, bytes, sum: shortSum(sha256) })),
  content: (data, words): Content[] => {
    const parts = partsOf(data);
    return [
      foldedPairs(cover(data)),
      ...paragraphs(words.about),
      contentsOf(parts),
      ...parts.map(({ id, title, table }, index): Content => ({
        stack: [titled(`${CHINESE[index] ?? String(index + 1)}、${title}`, table, { id })],
        ...(index === 0 && { pageBreak: 'before' as const }),
      })),
      ...paragraphs(words.closing),
    ];
  },
});

const CHINESE = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二', '十三', '十四'];

const cover = (data: CaseFileData): Pair[] => [
  ['业务编号', data.caseNo],
  ['管家', data.steward.name],
  ['业务类型', data.typeName],
  ['姓名', data.person.name],
  ['性别', sexWord(data.person.sex)],
  ['证件号码', data.person.idNumber],
  ['代办人', data.agent?.name ?? ''],
  ['原参保地机构', data.counterpart.name],
  ['用人单位', data.employer ?? ''],
  ['受理日期', chineseDay(data.acceptedOn)],
  ['结束日期', dayOrBlank(data.closedOn)],
  ['办理结果', data.closing === null ? '在办' : CLOSING_WORDS[data.closing]],
  ['原因', data.closingReason?.words ?? ''],
];

/** Numbers of pages are known once everything has its place. */
const contentsOf = (parts: readonly FiledPart[]): Content => ({
  stack: [
    { text: '卷内目录', style: 'heading', alignment: 'center', fontSize: 14, characterSpacing: 4 },
    {
      table: {
        headerRows: 1,
        widths: [40, '*', 60, 60, 130],
        body: [
          ['序号', '文件题名', '件数', '页号', '起止日期'].map((text) => ({ text, style: 'head' })),
          ...parts.map(({ id, title, count, from, to }, index) => [
            { text: String(index + 1), alignment: 'center' as const, lineHeight: 1 },
            { text: title, lineHeight: 1 },
            { text: String(count), alignment: 'center' as const, lineHeight: 1 },
            { pageReference: id, alignment: 'center' as const, lineHeight: 1 },
            { text: from === null ? '' : from === to || to === null ? from : `${from} 至 ${to}`, fontSize: 9.5 },
          ]),
        ],
      },
      layout: DENSE_PAIRS,
      margin: [0, 4, 0, 0],
    },
  ],
  unbreakable: true,
});
