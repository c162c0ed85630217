import { useState } from 'react';
import { chosenOf, envelopeOf, mayTick, neighbour, nextAfter, openingOf, type ToPost } from './posting.ts';

/** What lies on the desk of whoever posts: the rows, the chosen one, and those that go into one envelope. */
export function useDesk(listed: readonly ToPost[]) {
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set());
  const [choice, choose] = useState<string>();
  const [ticks, setTicks] = useState<ReadonlySet<string>>(new Set());
  const rows = listed.filter((row) => !gone.has(openingOf(row)));
  const ticked = new Set(rows.filter(({ id }) => ticks.has(id)).map(({ id }) => id));
  const chosen = chosenOf(rows, choice);
  return {
    rows,
    chosen,
    ticked,
    choose,
    envelope: envelopeOf(rows, ticked, chosen),
    mayTick: (row: ToPost) => mayTick(rows, ticked, row),
    move: (by: 1 | -1) => choose(neighbour(rows, chosen?.id, by)),
    tick: (row: ToPost) => {
      if (ticked.has(row.id)) setTicks(without(ticked, row.id));
      else if (mayTick(rows, ticked, row)) setTicks(new Set([...ticked, row.id]));
    },
    /** It was posted: the list will say so too, a moment later. */
    take: (row: ToPost, envelope: readonly ToPost[]) => {
      choose(nextAfter(rows, envelope));
      setGone((before) => new Set([...before, openingOf(row)]));
      setTicks((before) => without(before, row.id));
    },
  };
}
export type Desk = ReturnType<typeof useDesk>;

const without = (all: ReadonlySet<string>, one: string): ReadonlySet<string> =>
  new Set([...all].filter((id) => id !== one));
