/** 联系函 (66号 Art. 8): asks the original place for the relation, the money and the info form. */
import type { Content } from '../frame/content.ts';
import { chineseDay, paragraphs, table, type Pair } from '../frame/parts.ts';
import { documentKind } from '../kind.ts';
import { foldedPairs } from './folded-pairs.ts';
import {
  answerTo,
  blank,
  PERSON_FIELDS,
  personValues,
  LETTER_SHEET,
  toOffice,
  type Person,
  type AboutTransfer,
} from './letter-parts.ts';
import { SAMPLE_PERSON, SAMPLE_TRANSFER } from './samples.ts';

export interface LiaisonLetterData extends AboutTransfer {
  readonly letterNo: string;
  readonly person: Person & { readonly oldIdNumber: string | null };
  readonly agent: { readonly name: string; readonly relation: string; readonly telephone: string } | null;
  /** Empty: to be written in by hand. */
  readonly accounts: readonly ReceivingAccount[];
  readonly reviewedBy: string | null;
  /** Letters about the same transfer before this one, the oldest first. */
  readonly earlier: readonly { readonly letterNo: string; readonly postedOn: string }[];
}

/** What is empty is written or stamped in. */
export interface ReceivingAccount {
  readonly name: string;
  readonly number: string;
  readonly bank: string;
  readonly bankCode: string;
}

export const liaisonLetter = documentKind<LiaisonLetterData>()({
  kind: 'liaisonLetter',
  title: '基本养老保险关系转移接续联系函',
  toAnotherOffice: true,
  sealed: true,
  sheet: LETTER_SHEET,
  fields: { ...PERSON_FIELDS, letterNo: '函号', type: '业务类型', counterpart: '原参保地机构' },
  words: {
    body: [
      '{姓名}（证件号码：{证件号码}）曾在你处参加基本养老保险，现已在我处参保，申请将基本养老保险关系转移接续至我处。经审核，符合转移接续条件，我处同意接收。',
      '请你处自收到本函之日起15个工作日内，核对其参保缴费情况，终止其在你处的基本养老保险关系，将转移基金划入下列账户，并将《基本养老保险关系转移接续信息表》寄送我处。汇款附言请注明“养老转移”、姓名和函号{函号}。',
    ].join('\n'),
    closing: '如有查无此人、姓名或证件号码不符、欠费、未停保等情形不能办理的，请书面说明原因，或与我处联系人联系。',
  },
  needed: { body: ['person', 'idNumber', 'letterNo'] },
  sample: {
    letterNo: 'IN20260100001-1-1',
    ...SAMPLE_TRANSFER,
    person: { ...SAMPLE_PERSON, oldIdNumber: null },
    agent: null,
    accounts: [
      {
        name: '某区社会保险基金收入户',
        number: '0200000000000000001',
        bank: '某银行某区支行',
        bankCode: '102100000001',
      },
    ],
    reviewedBy: '王五',
    earlier: [],
  },
  values: ({ person, letterNo, typeName, counterpart }) => ({
    ...personValues(person),
    letterNo,
    type: typeName,
    counterpart: counterpart.name,
  }),
  content: (data, words, { office }): Content[] => [
    toOffice(data.counterpart),
    ...paragraphs(words.body),
    foldedPairs(aboutPerson(data)),
    accountTable(data.accounts),
    answerTo(office, data.areaCode, data.contact, [
      ['经办', data.contact.name],
      ['复核', data.reviewedBy ?? blank(6)],
    ]),
    ...earlierLetters(data.earlier),
    ...paragraphs(words.closing),
  ],
});

/** Its number stands in the head, and in the words. */
const aboutPerson = ({ typeName, person, counterpart, agent }: LiaisonLetterData): Pair[] => [
  ['姓名', person.name],
  ['证件号码', person.idNumber],
  ['转移类型', typeName],
  ['原参保地区划', counterpart.areaCode],
  // No ledger here knows it: whoever is asked may write it down.
  ['原个人编号', blank(10)],
  ['曾用证件号码', person.oldIdNumber ?? ''],
  ['代办人', agent ? [agent.name, agent.relation, agent.telephone].filter(Boolean).join('　') : ''],
];

/** Without an account all of it is written or stamped in. */
function accountTable(accounts: readonly ReceivingAccount[]): Content {
  const known = accounts.length > 0 ? accounts : [{ name: blank(10), number: blank(8), bank: '', bankCode: '' }];
  return table(
    [{ title: '收款户名' }, { title: '银行账号', width: 116 }, { title: '开户银行' }, { title: '银行行号', width: 74 }],
    known.map(({ name, number, bank, bankCode }) => [name, number, bank, bankCode]),
  );
}

const earlierLetters = (earlier: LiaisonLetterData['earlier']): Content[] =>
  earlier.length === 0
    ? []
    : [
        foldedPairs([
          [
            '此前函件',
            earlier.map(({ letterNo, postedOn }) => `${letterNo}（${chineseDay(postedOn)}寄出）`).join('、'),
          ],
        ]),
      ];
