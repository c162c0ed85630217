/** Whether Temporal is away, or there and takes not this one. */
import { UnknownProcedure } from '../domain/procedures/index.ts';
import { isGrpcServiceError, ServiceError } from '@temporalio/client';
import { NamespaceNotFoundError } from '@temporalio/common';

/** gRPC: call cancelled (the client’s other word for a deadline), deadline exceeded, no such namespace, no permission, resource exhausted, a namespace that is not active, unavailable, not authenticated. */
const AWAY: readonly number[] = [1, 4, 5, 7, 8, 9, 14, 16];

/** Says the error something of the server, not of what was asked of it? */
export function isAway(error: unknown): boolean {
  // The client's own name for it, without the server's error.
  if (error instanceof NamespaceNotFoundError) return true;
  const cause = error instanceof ServiceError ? error.cause : error;
  return isGrpcServiceError(cause) && AWAY.includes(cause.code);
}

/** The client's words for what it tried say nothing of why it failed; the server's do. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error instanceof ServiceError && error.cause ? `${error.message}: ${error.cause.message}` : error.message;
}

/** What was asked will never do, by Temporal's answer or for want of its text: another transfer's repair may. */
export const isRefusal = (error: unknown): boolean =>
  error instanceof UnknownProcedure || (error instanceof ServiceError && !isAway(error));
