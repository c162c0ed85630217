import type { Schemas } from './types.ts';
import { bodyOf, client } from './client.ts';
import { RefusedError } from './problem.ts';

type Found = Schemas['Found']['items'][number];

/** The transfer that is meant by the number of its case, which goes in the body of a request only. @throws RefusedError at the field `transferId` */
export async function transferOfCase(
  caseNo: string,
  meant: (found: readonly Found[]) => Found | undefined,
): Promise<string> {
  const { items } = bodyOf(await client.POST('/transfers/search', { body: { caseNo } }));
  const one = meant(items);
  if (one) return one.id;
  throw new RefusedError({
    type: '/problems/invalid',
    title: 'invalid',
    status: 422,
    errors: [{ field: 'transferId', code: 'unknown', message: 'There is no such case.' }],
  });
}
