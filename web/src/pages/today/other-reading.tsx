import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/types.ts';
import { CaseLink } from './case-link.tsx';
import { percent } from './rate-card.tsx';

const ATTEMPTS = ['1', '2', '3'] as const;

interface OtherReadingProps {
  readonly completion: Schemas['Completion'];
  readonly attempts: Schemas['CompletionIn'];
}

/** What 次 means is nowhere defined: the second way to count stands under its own name, never in the first one's place. */
export function OtherReading({ completion, attempts }: OtherReadingProps) {
  const { t } = useTranslation();
  const { rates, closedAt } = attempts.otherReading;
  return (
    <details className="other-reading">
      <summary>
        {t('today.rates.otherTitle')}{' '}
        <span className="number nowrap">
          {percent(rates['1'])} · {percent(rates['2'])} · {percent(rates['3'])}
        </span>
      </summary>
      <p>
        {ATTEMPTS.map((attempt) => (
          <span key={attempt}>
            {t(`today.rates.exactly${attempt}`)}{' '}
            <CaseLink of={completion} bucket={`otherClosedAt${attempt}`} count={closedAt[attempt]} />{' '}
          </span>
        ))}
      </p>
      <p className="soft">{t('today.rates.otherText')}</p>
    </details>
  );
}
