import type { MouseEvent, ReactNode } from 'react';
import { goTo } from '../forms/places.ts';

interface FieldLinkProps {
  /** Undefined: the field is on no page. */
  readonly id?: string | undefined;
  readonly children: ReactNode;
}

/** Leads to a field of the same page, and into it. */
export function FieldLink({ id, children }: FieldLinkProps) {
  if (id === undefined) return <>{children}</>;
  const go = (event: MouseEvent): void => {
    event.preventDefault();
    const element = document.getElementById(id);
    if (element) goTo({ name: [id], element, label: '' });
  };
  return (
    <a href={`#${id}`} onClick={go}>
      {children}
    </a>
  );
}
