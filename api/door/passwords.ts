import { hash, verify } from '@node-rs/argon2';

/** argon2id: 64 MiB, three passes; about a tenth of a second, which nobody at the counter notices. */
const COST = { memoryCost: 65_536, timeCost: 3, parallelism: 1 };

export const hashPassword = (password: string): Promise<string> => hash(password, COST);

let nobodysHash: Promise<string> | undefined;

/** Takes as long for a username that nobody has: the time tells nothing. */
export async function isPassword(stored: string | null, password: string): Promise<boolean> {
  nobodysHash ??= hashPassword('nobody');
  const matches = await verify(stored ?? (await nobodysHash), password);
  return stored !== null && matches;
}
