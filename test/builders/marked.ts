/** Bodies of the contract with a marked value in each of their texts: one that stands nowhere else, to be looked for everywhere. */
import { freeTexts } from '../support/contract-texts.ts';
import { IN_CLEAR } from '../support/in-clear.ts';
import { aResidentId } from './walk.ts';

/** What the office puts on its own papers: it names nobody, for the names stand in braces. */
const OF_PAPERS = [
  'putDocumentTemplate words.*',
  'putLetterhead address',
  'putLetterhead sealText',
  'previewLetterhead address',
  'previewLetterhead sealText',
];
export const FORGIVEN = [...Object.keys(IN_CLEAR), ...OF_PAPERS];
export const isInClear = (text: string): boolean =>
  FORGIVEN.includes(text) || text.startsWith('putBankLayout columns.');

const RARE = [...'龘靐齉爩鱻麤灪龖厵籱'];
let serial = 0;
/** Four characters that stand nowhere else. */
export function mark(): string {
  serial += 1;
  return [...String(serial).padStart(4, '0')].map((digit) => RARE[Number(digit)]).join('');
}
export const aMobile = (): string => `1390001${String(++serial).padStart(4, '0')}`;
const aPassword = (): string => `password ${mark()}`;

/** What must have a form. */
export const FORMED: Readonly<Record<string, () => string>> = {
  'acceptTransfer agent.telephone': aMobile,
  'acceptTransfer employer.telephone': aMobile,
  'acceptTransfer person.idNumber': aResidentId,
  'acceptTransfer person.oldIdNumber': aResidentId,
  'acceptTransfer person.mobile': aMobile,
  'addStaff password': aPassword,
  'changePassword next': aPassword,
  'changeStaff password': aPassword,
  'checkPerson idNumber': aResidentId,
  'checkPerson mobile': aMobile,
  'checkTransfer agent.telephone': aMobile,
  'checkTransfer employer.telephone': aMobile,
  'checkTransfer person.idNumber': aResidentId,
  'checkTransfer person.oldIdNumber': aResidentId,
  'checkTransfer person.mobile': aMobile,
  'correctContact mobile': aMobile,
  'correctIdentity idNumber': aResidentId,
  'refuseApplication application.agent.telephone': aMobile,
  'refuseApplication application.employer.telephone': aMobile,
  'refuseApplication application.person.idNumber': aResidentId,
  'refuseApplication application.person.mobile': aMobile,
  'refuseApplication application.person.oldIdNumber': aResidentId,
  'checkIdentity mobile': aMobile,
  'placeIncoming person.idNumber': aResidentId,
  'recordContact caller.idNumber': aResidentId,
  'recordContact caller.mobile': aMobile,
  'recordContact promise.phone': aMobile,
  'registerIncoming person.idNumber': aResidentId,
  'searchTransfers idNumber': aResidentId,
  'searchTransfers mobile': aMobile,
};

export type Body = Record<string, unknown>;
export const texts = freeTexts();

/** The body with a mark in each text that it may have, unless it is there already, also as undefined; the objects around it are the caller's. */
export function marked(operation: string, body: Body): { body: Body; marks: Map<string, string> } {
  const filled = structuredClone(body);
  const marks = new Map<string, string>();
  for (const text of texts.filter((known) => known.startsWith(`${operation} `) && !isInClear(known))) {
    const path = text.slice(operation.length + 1).split('.');
    const parent = path.slice(0, -1).reduce<unknown>((node, key) => (node as Body | undefined)?.[key], filled);
    if (typeof parent !== 'object' || parent === null) continue;
    const leaf = path.at(-1)!;
    if (leaf in parent && (parent as Body)[leaf] === undefined) continue;
    const value = ((parent as Body)[leaf] as string | undefined) ?? (FORMED[text] ?? mark)();
    (parent as Body)[leaf] = value;
    marks.set(text, value);
  }
  return { body: filled, marks };
}
