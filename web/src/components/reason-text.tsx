import { useReasons } from '../api/queries.ts';
import { reasonWords } from '../i18n/reason-words.ts';
import { useLanguage } from '../i18n/use-language.ts';

/** `L02` → "L02 Name or ID number differs", in the language that is shown. */
export function ReasonText({ code }: { readonly code: string }) {
  const language = useLanguage();
  const reason = useReasons().find((known) => known.code === code);
  return (
    <span>
      <span className="number">{code}</span> {reason && reasonWords(reason, language)}
    </span>
  );
}
