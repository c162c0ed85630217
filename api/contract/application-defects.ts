/** What the ledger would say of an application that the contract refuses already: all defects at once, not one by one. */
import { acceptanceDefects, type ToCheck } from '../../db/counter/acceptance-defects.ts';
import { theOffice } from '../../db/office/office.ts';
import { rulesNow } from '../../db/office/rules.ts';
import type { Defect } from '../../domain/errors.ts';
import { isDate } from '../../domain/time/shanghai-day.ts';
import type { ApiDependencies } from '../handling/dependencies.ts';
import { textDefects } from './text-defects.ts';

/** `body` is whatever was sent; what is not readable counts as missing. */
export async function applicationDefects(
  { db, keyring }: Pick<ApiDependencies, 'db' | 'keyring'>,
  body: unknown,
): Promise<readonly Defect[]> {
  const { today: day, rules } = await rulesNow(db);
  const { area_code: areaCode } = await theOffice(db);
  const { defects } = await acceptanceDefects(db, keyring, readable(membersOf(body)), { day, rules, areaCode });
  return defects;
}

function readable(body: Record<string, unknown>): ToCheck {
  const person = membersOf(body['person']);
  const sex = person['sex'];
  const agent = membersOf(body['agent']);
  return {
    person: {
      name: textOf(person['name']),
      idNumber: textOf(person['idNumber']),
      mobile: textOf(person['mobile']),
      oldIdNumber: textOf(person['oldIdNumber']),
      passportOf: person['passportOf'] === undefined ? undefined : textOf(person['passportOf']),
      sex: sex === 'male' || sex === 'female' ? sex : undefined,
      bornOn: dayOf(person['bornOn']),
    },
    agent: { name: textOf(agent['name']), telephone: textOf(agent['telephone']), relation: textOf(agent['relation']) },
    employer: { telephone: textOf(membersOf(body['employer'])['telephone']) },
    counterpartAreaCode: textOf(body['counterpartAreaCode']),
    scheme: textOf(body['scheme']) || undefined,
    localHukou: saidOf(body['localHukou']),
    approvedMove: saidOf(body['approvedMove']),
    firstInsuredHereOn: dayOf(body['firstInsuredHereOn']),
    insuredHere: saidOf(body['insuredHere']),
    drawsPension: saidOf(body['drawsPension']),
    benefitPlaceHere: saidOf(body['benefitPlaceHere']),
  };
}

const membersOf = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

const textOf = (value: unknown): string =>
  typeof value === 'string' && textDefects(value).length === 0 ? value.slice(0, 200) : '';

const saidOf = (value: unknown): boolean | undefined => (typeof value === 'boolean' ? value : undefined);

const dayOf = (value: unknown): string | undefined => (typeof value === 'string' && isDate(value) ? value : undefined);
