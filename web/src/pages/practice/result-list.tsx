import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/types.ts';
import { knownText } from '../../i18n/known-text.ts';

/** Each rule with what it asks, whether it was kept, and the norm on which it rests. */
export function ResultList({ result: { score, rules } }: { readonly result: Schemas['PracticeResult'] }) {
  const { t } = useTranslation();
  // What was missed is what there is to learn: it comes first.
  const sorted = [...rules].sort((a, b) => Number(a.kept) - Number(b.kept));
  return (
    <>
      <p>
        <strong>{t('practice.points', { score })}</strong>
      </p>
      <ul className="rules">
        {sorted.map(({ rule, kept, points, ground }) => (
          <li key={rule}>
            <span className={`badge ${kept ? 'good' : 'warn'}`}>{t(kept ? 'practice.kept' : 'practice.missed')}</span>{' '}
            {knownText(`practice.rules.${rule}`) ?? rule}{' '}
            <span className="soft small">
              {t('practice.ofPoints', { count: points })} ·{' '}
              {ground === null ? t('practice.ownRule') : t('practice.ground', { ground })}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
