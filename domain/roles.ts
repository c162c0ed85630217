/** What somebody of the office can be; what each may do stands in `staff/permissions.ts`. */

export const ROLES = [
  'clerk',
  'letterClerk',
  'entryClerk',
  'reviewer',
  'accountClerk',
  'finance',
  'manager',
  'administrator',
] as const;
export type Role = (typeof ROLES)[number];

/** Those who do the office’s work with its persons and its money. */
export const DESK_ROLES: readonly Role[] = ROLES.filter((role) => role !== 'administrator');
