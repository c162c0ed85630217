/** Persons of a file: whoever is here already, or comes twice in it, has one row. */
import { checkResidentId } from '../../domain/persons/resident-id.ts';
import type { Tx } from '../connection/connection.ts';
import type { Keyring } from '../connection/sealing.ts';
import { findPersons } from './known-person.ts';
import type { PersonData } from './person-rows.ts';
import { insertPersons, writePhone } from './persons.ts';

export interface PlacedPerson {
  readonly id: string;
  readonly isNew: boolean;
}

/** What is no valid number may stand for many. */
function tellsApart(idNumber: string | null | undefined): string | null {
  const checked = checkResidentId(idNumber ?? '');
  return checked.ok ? checked.id : null;
}

/** In the order given. What no number tells apart is never taken for one. */
export async function placePersons(
  tx: Tx,
  keyring: Keyring,
  officeId: string,
  persons: readonly PersonData[],
): Promise<PlacedPerson[]> {
  const numbers = persons.map(({ idNumber }) => tellsApart(idNumber));
  const known = await findPersons(tx, keyring, officeId, [...new Set(numbers.filter((number) => number !== null))]);
  const firstOf = new Map<string, number>();
  const fresh = persons.flatMap((person, index) => {
    const number = numbers[index]!;
    if (number !== null && (known.has(number) || firstOf.has(number))) return [];
    if (number !== null) firstOf.set(number, index);
    return [{ person, index }];
  });
  const inserted = await insertPersons(
    tx,
    keyring,
    officeId,
    fresh.map(({ person }) => person),
  );
  for (const [index, { mobile }] of persons.entries()) {
    const found = known.get(numbers[index] ?? '');
    // Who could not be reached can be now; what is known already the counter knows better.
    if (found && !found.hasPhone && mobile) await writePhone(tx, keyring, found.id, mobile);
  }
  const ids = new Map(fresh.map(({ index }, at) => [index, inserted[at]!]));
  return persons.map((_, index) => {
    const own = ids.get(index);
    if (own !== undefined) return { id: own, isNew: true };
    const number = numbers[index]!;
    return { id: known.get(number)?.id ?? ids.get(firstOf.get(number)!)!, isNew: false };
  });
}
