import type { ReactNode } from 'react';

export type Pair = readonly [label: string, value: ReactNode];

/** A label and what is known under it; where nothing is known there is no line. */
export function Pairs({ pairs }: { readonly pairs: readonly Pair[] }) {
  return (
    <dl className="pairs">
      {pairs.filter(isKnown).map(([label, value]) => (
        <div key={label} className="pair">
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

export const isKnown = ([, value]: Pair): boolean => value != null && value !== false && value !== '';
