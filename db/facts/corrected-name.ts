/** The name of a person was taken down wrongly: it is another one from now on, wherever it is shown and looked up. */
import type { Defect } from '../../domain/errors.ts';
import { tidyText } from '../../domain/folded-text.ts';
import { checkPersonName } from '../../domain/persons/person-name.ts';
import { readName } from '../persons/persons.ts';
import type { CorrectedFact } from './corrected-fact.ts';
import type { FactContext } from './effect.ts';

const wrong = (code: string, message: string): Defect[] => [{ field: 'correctedName', code, message }];

export async function correctedNameDefects(
  { ledger, keyring }: FactContext,
  fact: CorrectedFact,
  name: string,
): Promise<Defect[]> {
  if (fact.kind !== 'accepted') return wrong('notOfPerson', 'A name is corrected of the fact that took the person in.');
  if (!ledger.transfer.followed) return wrong('ofLedger', 'Its person comes with the file of the old ledger.');
  const defects = checkPersonName(name).flatMap((code) => wrong(code, 'This cannot be a name; check it.'));
  const isSame = (await readName(ledger.tx, keyring, ledger.transfer.person_id)) === tidyText(name);
  return isSame ? wrong('unchanged', 'This is the name already.') : defects;
}
