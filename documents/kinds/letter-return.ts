/** 退回函: why a letter of the new place is not answered, and what would let it be (66号 Art. 8). */
import type { Content } from '../frame/content.ts';
import { chineseDay, paragraphs, type Pair } from '../frame/parts.ts';
import { documentKind } from '../kind.ts';
import { foldedPairs } from './folded-pairs.ts';
import {
  answerTo,
  dayOrBlank,
  LETTER_SHEET,
  PERSON_FIELDS,
  personValues,
  toOffice,
  type AboutTransfer,
} from './letter-parts.ts';
import { SAMPLE_OUT } from './samples.ts';

/** The letter as it came; what was not legible is empty. */
export interface LetterThatCame {
  readonly letterNo: string;
  readonly letterDated: string | null;
  readonly arrivedOn: string;
}

export interface LetterReturnData extends AboutTransfer {
  readonly caseNo: string;
  readonly letter: LetterThatCame;
  readonly why: { readonly words: string; readonly ground: string; readonly note: string };
}

export const letterReturn = documentKind<LetterReturnData>()({
  kind: 'letterReturn',
  title: '基本养老保险关系转移接续联系函退回函',
  toAnotherOffice: true,
  sealed: true,
  sheet: LETTER_SHEET,
  fields: { ...PERSON_FIELDS, letterNo: '来函函号', arrivedOn: '收函日期', reason: '退回原因' },
  words: {
    body: '你处《基本养老保险关系转移接续联系函》（函号：{来函函号}）已于{收函日期}收到，涉及{姓名}（证件号码：{证件号码}）。经核查，因以下原因不能按来函办理：{退回原因}。现将联系函退回。',
    closing: '上述情形消除或有关内容更正后，可重新发函，我处自收到新的联系函之日起办理。',
  },
  needed: { body: ['person', 'letterNo', 'reason'] },
  sample: {
    ...SAMPLE_OUT,
    caseNo: 'OT20260100001',
    letter: { letterNo: '沪社转2026-118', letterDated: '2025-12-30', arrivedOn: '2026-01-05' },
    why: { words: '未停保/未减员', ground: '', note: '' },
  },
  values: ({ person, letter, why }) => ({
    ...personValues(person),
    letterNo: letter.letterNo || '未编号',
    arrivedOn: chineseDay(letter.arrivedOn),
    reason: why.words,
  }),
  content: (data, words, { office }): Content[] => [
    toOffice(data.counterpart),
    ...paragraphs(words.body),
    foldedPairs(about(data)),
    ...paragraphs(words.closing),
    answerTo(office, data.areaCode, data.contact, [], '原参保地机构'),
  ],
});

const about = ({ person, letter, why, caseNo, typeName }: LetterReturnData): Pair[] => [
  ['姓名', person.name],
  ['证件号码', person.idNumber],
  ['转移类型', typeName],
  ['业务编号', caseNo],
  ['来函日期', dayOrBlank(letter.letterDated)],
  ['依据', why.ground],
  ['说明', why.note],
];
