import type { QueryClient } from '@tanstack/react-query';
import { notFound } from '@tanstack/react-router';
import { meQuery } from '../api/query-client.ts';

interface Begun {
  readonly context: { readonly queryClient: QueryClient };
}

/** An office at work has no such page. For `beforeLoad`. */
export async function needPractice({ context }: Begun): Promise<void> {
  const { practice } = await context.queryClient.ensureQueryData(meQuery());
  if (!practice) throw notFound();
}
