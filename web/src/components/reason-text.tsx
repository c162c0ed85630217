import { useTranslation } from 'react-i18next';
import { useReasons } from '../api/queries.ts';

/** `L02` → "L02 Name or ID number differs", in the language that is shown. */
export function ReasonText({ code }: { readonly code: string }) {
  const { i18n } = useTranslation();
  const reason = useReasons().find((known) => known.code === code);
  const words = i18n.language === 'en' ? reason?.en : reason?.zh;
  return (
    <span>
      <span className="number">{code}</span> {words}
    </span>
  );
}
