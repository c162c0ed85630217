import { useProcedures } from '../api/queries.ts';
import { knownText } from '../i18n/known-text.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { procedureWords, type ProcedureWords } from './words.ts';

/** The words of steps and outcomes in the language that is shown. */
export function useProcedureWords(): ProcedureWords {
  const { step, outcome } = procedureWords(useProcedures(), useLanguage());
  // Endings that any step can have are words of no procedure.
  return { step, outcome: (name, key) => knownText(`endings.${name}`) ?? outcome(name, key) };
}
