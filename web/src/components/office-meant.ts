import { hasInitials } from '../../../domain/pinyin-initials.ts';

/** By a part of its name or number, or by the initials of its name in pinyin. Pure. */
export const isOfficeMeant = (typed: string, office: string): boolean =>
  office.includes(typed) || (/^[a-z]+$/i.test(typed) && hasInitials(office, typed));
