/** What steps and outcomes are called, as the procedures themselves say it. Pure. */
import type { Procedure } from '../api/types.ts';
import type { Language } from '../i18n/language.ts';

/** With the key of the procedure in which they stand, wherever it is known. */
export interface ProcedureWords {
  readonly step: (step: string, key?: string) => string;
  readonly outcome: (outcome: string, key?: string) => string;
}

export function procedureWords(procedures: readonly Procedure[], language: Language): ProcedureWords {
  const word =
    (part: 'steps' | 'outcomes') =>
    (name: string, key?: string): string => {
      const own = procedures.filter((procedure) => procedure.key === key);
      // Without its own procedure the first that has the name tells it; what none has is shown as it is.
      const texts = [...own, ...procedures].map(({ words }) => words[language][part][name]);
      return texts.find((text) => text !== undefined) ?? name;
    };
  return { step: word('steps'), outcome: word('outcomes') };
}
