/** Cells about a person, where odd values go in with a warning. */
import { checkPersonName } from '../../domain/persons/person-name.ts';
import { phoneKind } from '../../domain/persons/phone.ts';
import { sexOf, type Sex } from '../../domain/persons/resident-id.ts';
import type { RowCells } from './row-cells.ts';

/** Refused when missing; a name nobody would expect is somebody's name all the same. */
export function readPersonName(cells: RowCells, field: string): string {
  const name = cells.required(field);
  if (name !== '' && checkPersonName(name).length > 0) cells.warn(field, 'name', 'An unusual name; please look at it.');
  return name;
}

/** The ID number decides; the column is only compared with it. */
export function readSex(cells: RowCells, field: string, idNumber: string): Sex | undefined {
  if (idNumber === '') return undefined;
  const sex = sexOf(idNumber);
  const written = cells.text(field);
  if (written !== '' && written !== (sex === 'male' ? '男' : '女'))
    cells.warn(field, 'sexDiffers', 'The ID number says otherwise.');
  return sex;
}

export function readMobile(cells: RowCells, field: string): string {
  const phone = cells.text(field);
  if (phone === '') cells.warn(field, 'phoneMissing', 'No number; telling the person becomes a task.');
  else if (phoneKind(phone) !== 'mobile') cells.warn(field, 'phoneNoSms', 'This number takes no SMS.');
  return phone;
}
