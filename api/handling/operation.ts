import type { Request } from 'express';
import type { OperationId } from './handler.ts';

interface Recognised {
  /** As written in the contract: `/transfers/{id}`. */
  readonly openApiRoute: string;
  readonly schema: { readonly operationId: OperationId };
}

/** What the validator recognised; undefined for addresses outside the contract. */
function recognised(req: Request): Recognised | undefined {
  return (req as Request & { openapi?: Recognised }).openapi;
}

export function operationOf(req: Request): OperationId | undefined {
  return recognised(req)?.schema.operationId;
}

/** The address without ids, codes and queries: what may stand in a log or a metric. */
export function routeOf(req: Request): string {
  return recognised(req)?.openApiRoute ?? (req.path.startsWith('/s/') ? '/s/{code}' : 'other');
}
