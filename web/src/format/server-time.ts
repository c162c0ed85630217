/** What time it is by the machine of the office: the clock of a desk may be an hour off, and is put right while one works. */

let aheadMs = 0;

/** Every answer says when it was given, to the second. */
export function hearTime({ headers }: Pick<Response, 'headers'>): void {
  const said = Date.parse(headers.get('Date') ?? '');
  if (!Number.isNaN(said)) aheadMs = said - Date.now();
}

export const serverNow = (): Date => new Date(Date.now() + aheadMs);

/** Whole seconds since then, never less than none. */
export const secondsSince = (instant: string): number =>
  Math.max(0, Math.round((serverNow().getTime() - new Date(instant).getTime()) / 1000));
