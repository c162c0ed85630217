/** Roles that one account never holds together. */
import type { Role } from '../roles.ts';
import { DESK_ROLES } from './permissions.ts';

/** Who gives others their rights does no work of the office with them. */
const TOXIC: readonly (readonly [Role, readonly Role[]])[] = [['administrator', DESK_ROLES]];

/** Each pair that is in it. */
export function toxicPairs(roles: readonly Role[]): (readonly [Role, Role])[] {
  return TOXIC.filter(([one]) => roles.includes(one)).flatMap(([one, others]) =>
    others.filter((other) => roles.includes(other)).map((other) => [one, other] as const),
  );
}
