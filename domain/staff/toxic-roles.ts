/** Roles that one account never holds together. */
import { DESK_ROLES, type Role } from '../roles.ts';

const TOXIC: readonly (readonly [Role, readonly Role[]])[] = [
  // Who gives others their rights does no work of the office with them.
  ['administrator', DESK_ROLES],
  // Who says that money has come does not credit it to an account.
  ['finance', ['accountClerk']],
];

/** Each pair that is in it. */
export function toxicPairs(roles: readonly Role[]): (readonly [Role, Role])[] {
  return TOXIC.filter(([one]) => roles.includes(one)).flatMap(([one, others]) =>
    others.filter((other) => roles.includes(other)).map((other) => [one, other] as const),
  );
}
