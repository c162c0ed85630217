/** What the ledger would say of an application that the contract refuses already: all defects at once, not one by one. */
import { acceptanceDefects } from '../../db/counter/acceptance-defects.ts';
import { officeNow } from '../../db/office/clock.ts';
import type { Defect } from '../../domain/errors.ts';
import { dateOf } from '../../domain/time/shanghai-day.ts';
import type { ApiDependencies } from '../handling/dependencies.ts';
import { textDefects } from './text-defects.ts';

/** `body` is whatever was sent; what is not readable counts as missing. */
export async function applicationDefects(
  { db, keyring }: Pick<ApiDependencies, 'db' | 'keyring'>,
  body: unknown,
): Promise<readonly Defect[]> {
  const { person, agent, employer, counterpartAreaCode, localHukou, approvedMove } = membersOf(body);
  const { name, idNumber, mobile } = membersOf(person);
  const { defects } = await acceptanceDefects(
    db,
    keyring,
    {
      person: { name: textOf(name), idNumber: textOf(idNumber), mobile: textOf(mobile) },
      agent: { name: '', telephone: textOf(membersOf(agent)['telephone']) },
      employer: { telephone: textOf(membersOf(employer)['telephone']) },
      counterpartAreaCode: textOf(counterpartAreaCode),
      localHukou: localHukou !== false,
      approvedMove: approvedMove === true,
    },
    dateOf(await officeNow(db)),
  );
  return defects;
}

const membersOf = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

const textOf = (value: unknown): string =>
  typeof value === 'string' && textDefects(value).length === 0 ? value.slice(0, 200) : '';
