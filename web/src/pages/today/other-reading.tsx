import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/types.ts';
import { percent } from './rate-card.tsx';

/** What 次 means is nowhere defined: the second way to count stands under its own name, never in the first one's place. */
export function OtherReading({ attempts }: { readonly attempts: Schemas['CompletionIn'] }) {
  const { t } = useTranslation();
  const { rates } = attempts.otherReading;
  return (
    <details className="other-reading">
      <summary>
        {t('today.rates.otherTitle')}{' '}
        <span className="number nowrap">
          {percent(rates['1'])} · {percent(rates['2'])} · {percent(rates['3'])}
        </span>
      </summary>
      <p className="soft">{t('today.rates.otherText')}</p>
    </details>
  );
}
