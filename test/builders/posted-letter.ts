/** A letter by mail, under a number that no other letter has. */
let last = 7_100_000_000_000;

export const postedLetter = (more: { readonly postedOn?: string } = {}) =>
  ({ kind: 'letterSent', channel: 'ems', waybill: String(++last), ...more }) as const;
