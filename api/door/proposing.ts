/** Answers an act that takes two people: 202 with the proposal, and where it is read. */
import type { Response } from 'express';
import { readApproval } from '../../db/approvals/list.ts';
import { propose, proposedBefore, type NewProposal } from '../../db/approvals/propose.ts';
import type { ApprovalKindName } from '../../domain/approvals.ts';
import { hashPassword } from './passwords.ts';
import type { ApiDependencies } from '../handling/dependencies.ts';
import type { Locals } from '../handling/handler.ts';

type Asked<K extends ApprovalKindName> = Omit<NewProposal<K>, 'officeId' | 'proposedBy'>;
type Approval = Awaited<ReturnType<typeof readApproval>>;

export async function answerProposed<K extends ApprovalKindName>(
  { db, keyring }: Pick<ApiDependencies, 'db' | 'keyring'>,
  res: Response<Approval, Locals>,
  asked: Asked<K>,
): Promise<void> {
  const { me } = res.locals;
  const about = { ...asked, officeId: me.officeId, proposedBy: me.id } as NewProposal<K>;
  const id = await propose(db, { keyring, hashPassword }, about);
  res
    .status(202)
    .location(`/approvals/${id}`)
    .json(await readApproval(db, keyring, me, id));
}

/** Under this key already: what became of it since is no matter. @throws Refusal idempotency-key-reused */
export async function wasProposed<K extends ApprovalKindName>(
  { db }: Pick<ApiDependencies, 'db'>,
  me: Locals['me'],
  asked: Asked<K>,
): Promise<boolean> {
  const about = { ...asked, officeId: me.officeId, proposedBy: me.id } as NewProposal<K>;
  return (await proposedBefore(db, about)) !== undefined;
}
