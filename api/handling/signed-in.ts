import type { Role } from '../../domain/roles.ts';

/** The person behind a request, as the session says. */
export interface SignedIn {
  readonly id: string;
  readonly username: string;
  readonly displayName: string;
  readonly post: string;
  readonly roles: readonly Role[];
  readonly officeId: string;
  readonly mustChangePassword: boolean;
  readonly practice: boolean;
}
