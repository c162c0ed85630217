/** Money from the bank whose every text is a marked value, and that nobody knows yet. */
import { expect } from 'vitest';
import { receiveCredit } from '../../db/credits/receive.ts';
import type { Caller, TestApi } from '../support/api.ts';
import { aMobile, mark } from './marked.ts';
import { testKeyring } from './office.ts';

interface Around {
  readonly api: TestApi;
  readonly one: Caller;
  readonly written: Map<string, string>;
}

export async function inSuspense({ api, one, written }: Around, serialNo: string) {
  const credit = { officeId: api.office.officeId, serial: serialNo, bookedOn: '2026-03-02', amountFen: 12_345 };
  const about = { payerName: mark(), payerAccount: `02${aMobile()}`, memo: mark() };
  written.set(`bank ${serialNo} payer`, about.payerName).set(`bank ${serialNo} account`, about.payerAccount);
  written.set(`bank ${serialNo} memo`, about.memo);
  await api.db.transaction().execute((tx) => receiveCredit(tx, testKeyring, { ...credit, ...about }));
  const [found] = (await one.get(`/credits?serial=${serialNo}`)).body.items;
  expect(found).toMatchObject({ memo: about.memo, payerName: about.payerName });
  return { creditId: found.id as string, partId: found.parts[0].id as string };
}
