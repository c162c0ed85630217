import { notFound } from '@tanstack/react-router';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** An address with what cannot be an id is none of ours: nobody is asked. For `beforeLoad`. */
export function needId({ params }: { readonly params: { readonly id: string } }): void {
  if (!UUID.test(params.id)) throw notFound();
}
