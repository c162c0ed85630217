import { useTranslation } from 'react-i18next';
import { useProcedures } from '../api/queries.ts';
import { knownText } from '../i18n/known-text.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { stepNames } from './lookup.ts';
import { procedureWords, type ProcedureWords } from './words.ts';

/** The words of steps and outcomes in the language that is shown. */
export function useProcedureWords(): ProcedureWords {
  const { step, outcome } = procedureWords(useProcedures(), useLanguage());
  // Endings that any step can have are words of no procedure.
  return { step, outcome: (name, key) => knownText(`endings.${name}`) ?? outcome(name, key) };
}

/** The word for a step that stands in an address, where anything may be written: the office lists every step that there is. */
export function useStepOfAddress(): (step: string) => string {
  const { t } = useTranslation();
  const known = stepNames(useProcedures());
  const words = useProcedureWords();
  return (step) => (known.includes(step) ? words.step(step) : known.length > 0 ? t('common.flags.unknownStep') : '');
}
