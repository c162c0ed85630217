import type { WrittenIdentityTemplate } from '../template.ts';

/** What the simulated registry speaks, and any program that was written between Baton and a real one. */
export const BATON_IDENTITY: WrittenIdentityTemplate = {
  name: 'baton',
  about: 'JSON; a mobile and an ID number in, match or noMatch out',
  request: {
    address: '{env.IDENTITY_URL}/checks',
    headers: { authorization: 'Bearer {env.IDENTITY_SECRET}' },
    body: { json: { mobile: '{mobile}', idNumber: '{idNumber}' } },
  },
  match: { result: 'match' },
  noMatch: { result: 'noMatch' },
};
