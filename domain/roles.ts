/** What somebody of the office can be; what each may do stands in `staff/permissions.ts`. */

export const ROLES = ['clerk', 'letterClerk', 'entryClerk', 'reviewer', 'finance', 'manager', 'administrator'] as const;
export type Role = (typeof ROLES)[number];
