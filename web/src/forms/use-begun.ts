import { useMe } from '../api/queries.ts';
import { begunForms, readDraft } from './drafts.ts';

interface Begun {
  readonly forms: (subject: string) => readonly string[];
  /** It was open when the page went away. */
  readonly isOpen: (form: string, subject: string) => boolean;
  /** What its fields hold. */
  readonly values: (form: string, subject: string) => object | undefined;
}

/** What the reader began to type and has not recorded. */
export function useBegun(): Begun {
  const { id: staffId } = useMe();
  return {
    forms: (subject) => begunForms(staffId, subject),
    isOpen: (form, subject) => readDraft({ staffId, form, subject })?.open ?? false,
    values: (form, subject) => readDraft({ staffId, form, subject })?.values,
  };
}
