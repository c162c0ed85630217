import { useTranslation } from 'react-i18next';

/** Between what was and what it is now, in the direction of reading. */
export function Becomes() {
  const { i18n } = useTranslation();
  return <> {i18n.dir() === 'rtl' ? '←' : '→'} </>;
}
