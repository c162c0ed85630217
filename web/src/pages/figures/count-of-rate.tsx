import type { ComponentProps } from 'react';
import { CaseLink } from '../today/case-link.tsx';
import { percent } from '../today/rate-card.tsx';

interface CountOfRateProps extends ComponentProps<typeof CaseLink> {
  readonly rate: string | null;
}

/** How many, which opens them, and of the whole in per cent. */
export function CountOfRate({ rate, ...count }: CountOfRateProps) {
  return (
    <span className="nowrap">
      <CaseLink {...count} /> <span className="soft number">{percent(rate)}</span>
    </span>
  );
}
