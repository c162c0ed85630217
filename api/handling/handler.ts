/** Types a handler by its operation in the contract: parameters, body and reply. */
import type { RequestHandler } from 'express';
import type { Defect } from '../../domain/errors.ts';
import type { operations } from '../contract.generated.ts';
import type { SignedIn } from './signed-in.ts';

export type OperationId = keyof operations;

type Parameters<O extends OperationId> = operations[O]['parameters'];
type PathOf<O extends OperationId> = Parameters<O> extends { path: infer P } ? P : Record<string, never>;
type QueryOf<O extends OperationId> =
  Parameters<O> extends { query?: infer Q } ? NonNullable<Q> : Record<string, never>;
type JsonOf<T> = T extends { content: { 'application/json': infer B } } ? B : never;

export type BodyOf<O extends OperationId> = operations[O] extends { requestBody: infer R } ? JsonOf<R> : undefined;
type Responses<O extends OperationId> = operations[O]['responses'];
export type ReplyOf<O extends OperationId> = {
  [S in keyof Responses<O>]: S extends 'default' ? never : JsonOf<Responses<O>[S]>;
}[keyof Responses<O>];

export interface Locals extends Record<string, unknown> {
  requestId: string;
  /** Present on every operation that is not public: the gate saw to it. */
  me: SignedIn;
  /** What was taken out of a list before it came here; absent when nothing was. */
  odd?: { index: number; errors: Defect[] }[];
  /** Refused at the door. */
  overloaded?: true;
  /** For what goes on without being work: it is no longer counted as under way. */
  leaveDoor?: () => void;
}

export type Handler<O extends OperationId> = RequestHandler<PathOf<O>, ReplyOf<O>, BodyOf<O>, QueryOf<O>, Locals>;
