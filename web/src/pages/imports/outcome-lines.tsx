import { useTranslation } from 'react-i18next';
import type { Outcome } from './correct-lines.ts';

const SETTLED = ['wentIn', 'held', 'underWay'] as const;

/** What became of lines that were put right; of refused ones their cells say it. */
export function OutcomeLines({ outcomes }: { readonly outcomes: readonly Outcome[] }) {
  const { t } = useTranslation();
  return (
    <div role="status">
      {SETTLED.map((became) => {
        const lines = outcomes.filter((one) => one.became === became).map(({ line }) => line);
        if (lines.length === 0) return null;
        return (
          <p key={became} className={became === 'wentIn' ? 'verdict good' : 'verdict'}>
            {lines.map((line) => t(`imports.correct.told.${became}`, { line })).join(' ')}
          </p>
        );
      })}
    </div>
  );
}
