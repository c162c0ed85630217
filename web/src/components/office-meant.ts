import { hasInitials, signsOfInitials } from '../../../domain/pinyin-initials.ts';

/** By a part of its name or number, or by the initials of its name in pinyin. Pure. */
export const isOfficeMeant = (typed: string, office: string): boolean =>
  office.includes(typed) || (isLetters(typed) && hasInitials(office, typed));

/** Enter takes the first one: `sh` means 上海市 before 石家庄市社会…; whoever is as near keeps the order of the directory. Pure. */
export const nearerOffice = (typed: string, one: string, other: string): number =>
  isLetters(typed) ? nearness(one, typed) - nearness(other, typed) : 0;

const nearness = (office: string, typed: string): number => signsOfInitials(office, typed) ?? office.length;

const isLetters = (typed: string): boolean => /^[a-z]+$/i.test(typed);

interface OfficeOption {
  readonly label: string;
}

/** How every field that names an office is searched. */
export const OFFICE_SEARCH = {
  filterOption: (typed: string, office?: OfficeOption) => isOfficeMeant(typed.trim(), office?.label ?? ''),
  filterSort: (one: OfficeOption, other: OfficeOption, { searchValue }: { searchValue: string }) =>
    nearerOffice(searchValue.trim(), one.label, other.label),
};
