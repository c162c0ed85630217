import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface FigureProps {
  readonly name: string;
  readonly value: ReactNode;
  /** What it is, and what it usually says. */
  readonly means: ReactNode;
  /** What to do when it is not as it should be. */
  readonly act?: string;
  /** Absent: it is never wrong. */
  readonly bad?: boolean;
  /** A repair that is done here. */
  readonly children?: ReactNode;
}

export function Figures({ children }: { readonly children: ReactNode }) {
  return <ul className="figures">{children}</ul>;
}

/** One figure with its meaning; what to do stands with it only while there is something to do. */
export function Figure({ name, value, means, act, bad, children }: FigureProps) {
  const { t } = useTranslation();
  return (
    <li className={bad === true ? 'bad' : undefined}>
      <h3>{name}</h3>
      <p className="value">
        {value}
        {bad !== undefined && (
          <span className={`badge ${bad ? 'warn' : 'good'}`}>{t(bad ? 'operator.bad' : 'operator.good')}</span>
        )}
      </p>
      <p className="soft small">{means}</p>
      {bad === true && act !== undefined && <p>{t('operator.asIt', { act })}</p>}
      {children}
    </li>
  );
}
