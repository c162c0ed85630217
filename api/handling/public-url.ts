import type { Request } from 'express';
import type { ApiDependencies } from './dependencies.ts';

/** Where the code on a paper leads; what is printed outlives the request that it came with. */
export const publicUrlOf = (
  { config }: Pick<ApiDependencies, 'config'>,
  req: Pick<Request, 'protocol' | 'host'>,
): string => (config.publicUrl ?? `${req.protocol}://${req.host}`).replace(/\/+$/, '');
