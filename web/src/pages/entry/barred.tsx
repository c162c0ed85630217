import { useTranslation } from 'react-i18next';
import type { TransferDetail } from '../../api/types.ts';

/** Said before anybody tries: who did the step before leaves this one to another. */
export function Barred({ transfer: { barredFromStep, openStep } }: { readonly transfer: TransferDetail }) {
  const { t } = useTranslation();
  if (!barredFromStep) return null;
  return (
    <p role="status" className="verdict late">
      {t('entry.barred')} {openStep && t('entry.barredHolder', { name: openStep.owner.displayName })}
    </p>
  );
}
