import { Day } from '../components/time.tsx';

/** A number that can be called from where it stands. */
export function Telephone({ number }: { readonly number: string | null }) {
  if (number === null) return null;
  return (
    <a href={`tel:${number}`} className="number nowrap">
      {number}
    </a>
  );
}

/** A day; of a passport only the month is known. */
export function Born({ on }: { readonly on: string | null }) {
  if (on === null) return null;
  return on.length === 10 ? <Day on={on} /> : <span className="number">{on}</span>;
}
