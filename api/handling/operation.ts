import type { Request } from 'express';
import type { OperationId } from './handler.ts';

export interface Recognised {
  /** As written in the contract: `/transfers/{id}`. */
  readonly openApiRoute: string;
  /** As Express writes it: `/transfers/:id`. */
  readonly expressRoute: string;
  readonly schema: { readonly operationId: OperationId };
  /** As the contract types them, once the request has been looked at. */
  readonly pathParams: Record<string, string>;
}

export type RecognisedRequest = Request & { openapi?: Recognised };

/** What the validator recognised; undefined for addresses outside the contract. */
export const recognised = (req: Request): Recognised | undefined => (req as RecognisedRequest).openapi;

export function operationOf(req: Request): OperationId | undefined {
  return recognised(req)?.schema.operationId;
}

/** The address without ids, codes and queries: what may stand in a log or a metric. */
export function routeOf(req: Request): string {
  return recognised(req)?.openApiRoute ?? (req.path.startsWith('/s/') ? '/s/{code}' : 'other');
}
