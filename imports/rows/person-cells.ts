/** Cells about a person, where odd values go in with a warning. */
import { checkPersonName, normalisePersonName } from '../../domain/persons/person-name.ts';
import { normalisePhone, phoneKind } from '../../domain/persons/phone.ts';
import { sexSaidBy, type Sex } from '../../domain/persons/resident-id.ts';
import { identifierText, isScientific } from '../tables/written-cell.ts';
import type { RowCells } from './row-cells.ts';

/** Refused when missing, or with characters that no name has, as at the counter; one of an unusual length is somebody's name all the same. */
export function readPersonName(cells: RowCells, field: string): string {
  const name = cells.required(field);
  cells.readAs(field, normalisePersonName(name));
  for (const code of name === '' ? [] : checkPersonName(name)) {
    if (code === 'tooShort' || code === 'tooLong') cells.warn(field, 'name', 'An unusual name; please look at it.');
    else cells.refuse(field, code, 'A name has letters, no digits, signs, pictures or control characters.');
  }
  return name;
}

/** The ID number decides; the column is only compared with it. */
export function readSex(cells: RowCells, field: string, idNumber: string): Sex | undefined {
  if (idNumber === '') return undefined;
  const sex = sexSaidBy(idNumber);
  if (sex === null) return undefined;
  const written = cells.text(field);
  if (written !== '' && written !== (sex === 'male' ? '男' : '女'))
    cells.warn(field, 'sexDiffers', 'The ID number says otherwise.');
  return sex;
}

/** A row is not refused for it: whoever cannot be reached is a task. */
function readPhone(cells: RowCells, field: string): string {
  const phone = identifierText(cells.text(field));
  if (!isScientific(phone)) return phone;
  cells.warn(field, 'scientific', 'A spreadsheet has shortened the number of the telephone; it is left out.');
  return '';
}

export function readMobile(cells: RowCells, field: string): string {
  const phone = readPhone(cells, field);
  cells.readAs(field, normalisePhone(phone));
  if (phone === '') cells.warn(field, 'phoneMissing', 'No number; telling the person becomes a task.');
  else if (phoneKind(phone) !== 'mobile') cells.warn(field, 'phoneNoSms', 'This number takes no SMS.');
  return phone;
}
