import type { QueryClient } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import type { TransferDetail } from '../../api/types.ts';

/** What an answer tells already is shown at once; the rest follows when the transfer is read again. */
export function showAnswer(
  queryClient: QueryClient,
  transferId: string,
  change: (shown: TransferDetail) => Partial<TransferDetail>,
): void {
  const { queryKey } = api.queryOptions('get', '/transfers/{id}', { params: { path: { id: transferId } } });
  queryClient.setQueryData<TransferDetail>(queryKey, (shown) => shown && { ...shown, ...change(shown) });
}
