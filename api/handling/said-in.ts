import { refuseDefects } from '../../domain/errors.ts';

/** What somebody found out, without spaces around it. @throws Refusal invalid, when it says nothing */
export function saidIn({ note }: { readonly note: string }): string {
  const said = note.trim();
  if (said === '') refuseDefects([{ field: 'note', code: 'missing', message: 'Say what was found out.' }]);
  return said;
}
