import type { ReactNode } from 'react';
import { Day } from '../components/time.tsx';

type Said = string | null | undefined;

/** Read aloud and compared digit by digit; nothing where none is known. */
export const inOneLine = (number: Said): ReactNode => number && <span className="number nowrap">{number}</span>;

/** A number that can be called from where it stands. */
export const telephone = (number: Said): ReactNode =>
  number && (
    <a href={`tel:${number}`} className="number nowrap">
      {number}
    </a>
  );

/** A day; of a passport only the month is known. */
export const bornOn = (on: Said): ReactNode =>
  on && (on.length === 10 ? <Day on={on} /> : <span className="number">{on}</span>);
