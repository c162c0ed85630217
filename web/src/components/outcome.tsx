import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

export interface Outcome {
  readonly waits: boolean;
  /** More than that it is in force, or waits. */
  readonly text?: string;
}

/** What became of what was sent: it is in force, or it waits for another administrator. */
export function OutcomeNotice({ outcome }: { readonly outcome: Outcome | undefined }) {
  const { t } = useTranslation();
  return (
    <div role="status">
      {outcome && (
        <p className={`verdict ${outcome.waits ? '' : 'good'}`}>
          {t(outcome.waits ? 'settings.waits' : 'settings.inForce')}{' '}
          {outcome.waits && <Link to="/approvals">{t('layout.approvals')}</Link>} {outcome.text}
        </p>
      )}
    </div>
  );
}
