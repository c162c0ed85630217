/** Parts that letters to other offices share: to whom, about whom, who answers for it and where the answer goes. */
import { LETTERHEAD_WORDS } from '../../domain/official-words/letterhead.ts';
import type { Content } from '../frame/content.ts';
import { DENSE_PAIRS } from '../frame/layouts.ts';
import { chineseDay, type Pair } from '../frame/parts.ts';
import type { OfficeHead, Sheet } from '../kind.ts';
import { foldedPairs } from './folded-pairs.ts';

/** Little enough around it that an ordinary letter is one page, seal and check code included. */
export const LETTER_SHEET: Sheet = { pageMargins: [58, 40, 58, 46] };

/** Wide enough for a row of every year, and still upright: a form of ordinary length is one page. */
export const FORM_SHEET: Sheet = { pageMargins: [36, 30, 36, 40] };
/** Of its pairs of name and value. */
export const FORM_PAIRS = { short: 17, fontSize: 9.5, lineHeight: 1, layout: DENSE_PAIRS } as const;

export interface OtherOffice {
  readonly areaCode: string;
  readonly name: string;
  readonly address: string;
  readonly postcode: string;
  readonly telephone: string;
}

export interface Person {
  readonly name: string;
  readonly idNumber: string;
  readonly sex: 'male' | 'female' | null;
}

export interface Contact {
  readonly name: string;
  readonly telephone: string;
}

/** What a letter to another office says of its transfer, whatever it asks for. */
export interface AboutTransfer {
  readonly typeName: string;
  readonly person: Person;
  readonly counterpart: OtherOffice;
  /** Of the office that writes. */
  readonly areaCode: string;
  readonly contact: Contact;
}

export const toOffice = ({ name }: OtherOffice): Content => ({ text: `${name}：`, style: 'addressee' });

const SEXES = { male: '男', female: '女' } as const;
export const sexWord = (sex: Person['sex']): string => (sex === null ? '' : SEXES[sex]);

/** A line for a pen. */
export const blank = (characters: number): string => '＿'.repeat(characters);

export const dayOrBlank = (day: string | null): string => (day === null ? '' : chineseDay(day));

/** Where the answer goes. Whoever has no telephone of their own is reached by the office's. */
export const answerTo = (
  office: OfficeHead,
  areaCode: string,
  contact: Contact,
  more: readonly Pair[] = [],
  we = '新参保地机构',
): Content =>
  foldedPairs([
    ...more,
    [we, `${office.name}（区划${areaCode}）`],
    [LETTERHEAD_WORDS.address, [office.address, office.postcode].filter(Boolean).join('　')],
    ['联系人', contact.name],
    [LETTERHEAD_WORDS.telephone, contact.telephone || office.telephone],
  ]);

/** Everything a template of a letter may say of the person. */
export const PERSON_FIELDS = { person: '姓名', idNumber: '证件号码' } as const;
export const personValues = ({ name, idNumber }: Pick<Person, 'name' | 'idNumber'>) => ({ person: name, idNumber });
