import { bodyOf, client } from '../../api/client.ts';
import { RefusedError } from '../../api/problem.ts';

/** Of a case for which two regions ask the transfer of the one that has written, else the first that is found. @throws RefusedError */
export async function findCase(caseNo: string, senderAreaCode: string | null): Promise<string> {
  const { items } = bodyOf(await client.POST('/transfers/search', { body: { caseNo } }));
  const found = items.find(({ counterpart }) => counterpart.areaCode === senderAreaCode) ?? items[0];
  if (found) return found.id;
  throw new RefusedError({
    type: '/problems/invalid',
    title: 'invalid',
    status: 422,
    errors: [{ field: 'transferId', code: 'unknown', message: 'There is no such case.' }],
  });
}
