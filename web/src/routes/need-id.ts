import { notFound } from '@tanstack/react-router';
import { isId } from '../search-values.ts';

/** An address with what cannot be an id is none of ours: nobody is asked. For `beforeLoad`. */
export function needId({ params }: { readonly params: { readonly id: string } }): void {
  if (!isId(params.id)) throw notFound();
}
