/** What can be wrong with an application by itself, whatever the ledger knows; all of it at once. */
import type { Defect } from '../errors.ts';
import { cleanText, foldNumber } from '../folded-text.ts';
import { beganDefects, gateDefects, type GateAnswers, type GateRules } from './gates.ts';
import { readIdentity, type Identity, type Papers } from './identity.ts';
import { checkPersonName } from './person-name.ts';
import { phoneKind } from './phone.ts';

/** What was shown of what the person says. */
export const PROOFS = ['householdRegister', 'approvalPaper', 'entrustment', 'other'] as const;
export type Proof = (typeof PROOFS)[number];

export interface Application extends GateAnswers {
  readonly person: Papers & {
    readonly name: string;
    readonly mobile?: string | undefined;
    readonly address?: string | undefined;
    /** The number before it was changed, or the card before a new one. */
    readonly oldIdNumber?: string | undefined;
  };
  readonly employer?: { readonly name?: string | undefined; readonly telephone?: string | undefined } | undefined;
  readonly agent?:
    | { readonly name: string; readonly telephone?: string | undefined; readonly relation?: string | undefined }
    | undefined;
  readonly counterpartAreaCode: string;
  readonly proofs?: readonly Proof[] | undefined;
  /** 农民工 */
  readonly migrantWorker?: boolean | undefined;
  /** Of the ticket with which somebody has waited (排队号); it names nobody. */
  readonly queueNumber?: string | undefined;
}

export interface ApplicationRules extends GateRules {
  readonly passports: boolean;
}

export function applicationDefects(application: Application, rules: ApplicationRules, day: string): Defect[] {
  const { identity, defects } = personDefects(application.person, { day, passports: rules.passports });
  const gates = identity
    ? [...beganDefects(identity, application, day), ...gateDefects(identity, application, rules, day)]
    : [];
  return [...defects, ...gates, ...contactDefects(application)];
}

export function personDefects(
  person: Application['person'],
  when: { readonly day: string; readonly passports: boolean },
): { readonly identity: Identity | undefined; readonly defects: Defect[] } {
  const { identity, defects } = readIdentity(person, when);
  return {
    identity,
    defects: [...nameDefects('person.name', person.name), ...defects, ...oldNumberDefects(person, identity)],
  };
}

export function nameDefects(field: string, name: string): Defect[] {
  const message = 'A name has 2 to 50 characters, no digits and no control characters.';
  return checkPersonName(name).map((code) => ({ field, code, message }));
}

function oldNumberDefects({ oldIdNumber }: Application['person'], identity: Identity | undefined): Defect[] {
  const old = foldNumber(oldIdNumber ?? '');
  if (old === '') return [];
  const wrong = (code: string, message: string): Defect[] => [{ field: 'person.oldIdNumber', code, message }];
  if (!/^[A-Z0-9]{6,20}$/.test(old)) return wrong('form', 'An earlier number has 6 to 20 letters and digits.');
  return old === identity?.id ? wrong('same', 'This is the number of today.') : [];
}

export function contactDefects({
  person,
  agent,
  employer,
}: Pick<Application, 'person' | 'agent' | 'employer'>): Defect[] {
  return [
    telephoneDefects('person.mobile', person.mobile),
    agentDefects(agent),
    telephoneDefects('agent.telephone', agent?.telephone),
    telephoneDefects('employer.telephone', employer?.telephone),
  ].flat();
}

/** A telephone or a relation alone acts for nobody; where nothing is said there is no agent. */
function agentDefects(agent: Application['agent']): Defect[] {
  const said = [agent?.name, agent?.telephone, agent?.relation].map((text) => cleanText(text ?? ''));
  if (said.every((text) => text === '') || said[0] !== '') return [];
  return [{ field: 'agent.name', code: 'missing', message: 'Who acts for the person has a name.' }];
}

/** None at all is no defect. */
export function telephoneDefects(field: string, number: string | null | undefined): Defect[] {
  if (!number || phoneKind(number) !== 'unknown') return [];
  const message = 'Neither a mobile, nor a fixed line with its area code, nor a number abroad with + and its country.';
  return [{ field, code: 'telephone', message }];
}
