/** What one kind of act that takes two people must say: what it proposes, who may confirm, how it is checked, what it does. */
import type { ApprovalChange, ApprovalKindName, Scalar } from '../../domain/approvals.ts';
import type { Role } from '../../domain/roles.ts';
import type { Tx } from '../connection/connection.ts';
import type { Keyring } from '../connection/sealing.ts';

/** What the mechanism is given from outside the database. */
export interface ApprovalTools {
  readonly keyring: Keyring;
  readonly hashPassword: (password: string) => Promise<string>;
}

export interface Looking extends ApprovalTools {
  readonly tx: Tx;
  readonly officeId: string;
  readonly proposedBy: string;
}

export interface Taking extends Looking {
  readonly approvalId: string;
  /** In a rehearsal nobody has confirmed yet: then it is who proposes. */
  readonly confirmedBy: string;
  readonly note: string | undefined;
}

export type Seen = Readonly<Record<string, Scalar>>;

export interface Looked {
  /** What it is about: of one kind only one proposal at a time waits about it. */
  readonly subject: string;
  readonly transferId: string | null;
  /** How what it stands on is; another at the confirmation, and it is overtaken. */
  readonly seen: Seen;
  /** What a person reads before they agree. */
  readonly changes: readonly ApprovalChange[];
  /** Who may not confirm it by separation of duties, besides who proposed it. */
  readonly barred: readonly string[];
}

/** Told once, to who confirms; kept nowhere. */
export type ToldOnce = Readonly<Record<string, string>>;

export interface ApprovalKind<P = never> {
  readonly name: ApprovalKindName;
  /** How many working days it waits. */
  readonly workingDays: number;
  /** Which members of the proposal, and lines of what it changes, may name a person: they are kept sealed. */
  readonly sealed?: { readonly proposal: readonly string[]; readonly changes: readonly string[] };
  /** Asked when it is proposed and again when it is confirmed. */
  mayPropose(roles: readonly Role[], seen: Seen): boolean;
  mayConfirm(roles: readonly Role[], seen: Seen): boolean;
  /** Looks at what it stands on. @throws Refusal for what cannot be proposed */
  look(looking: Looking, proposal: P): Promise<Looked>;
  /** Does it. Rehearsed, and taken back, when it is proposed: what could not be done is refused at once. */
  take(taking: Taking, proposal: P): Promise<ToldOnce | undefined>;
}
