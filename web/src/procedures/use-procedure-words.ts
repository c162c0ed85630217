import { useTranslation } from 'react-i18next';
import { useProcedures } from '../api/queries.ts';
import { knownText } from '../i18n/known-text.ts';
import { procedureWords, type ProcedureWords } from './words.ts';

/** The words of steps and outcomes in the language that is shown. */
export function useProcedureWords(): ProcedureWords {
  const { i18n } = useTranslation();
  const { step, outcome } = procedureWords(useProcedures(), i18n.language === 'en' ? 'en' : 'zh-CN');
  // Endings that any step can have are words of no procedure.
  return { step, outcome: (name, key) => knownText(`endings.${name}`) ?? outcome(name, key) };
}
