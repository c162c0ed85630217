import type { QueryClient } from '@tanstack/react-query';

/** Everything that is shown of one transfer is read again; lists and figures follow when they are looked at. */
export async function invalidateTransfer(queryClient: QueryClient, transferId: string): Promise<void> {
  const isOfTransfer = (init: unknown): boolean => JSON.stringify(init ?? '').includes(transferId);
  await queryClient.invalidateQueries({ predicate: ({ queryKey }) => isOfTransfer(queryKey[2]) });
}
