import createClient from 'openapi-fetch';
import { type components, type paths } from '../../api/contract.generated.ts';
import { type Figures, type PracticeAccount, signedIn } from './figures.ts';

type Transfer = components['schemas']['TransferRow'];
type Query = { step?: 'formAndFunds' | 'liaisonLetter'; overdue?: boolean };

/**
 * When every transfer of the month has had its time, names three that a visitor can take further by hand.
 * @returns to be called with every reading of the figures; says the links once
 */
export function threeLinks(
  url: string,
  accounts: PracticeAccount[],
  say: (sentence: string) => void,
): (figures: Figures) => Promise<void> {
  const client = createClient<paths>({ baseUrl: url });
  const asManager = signedIn(client, accounts, 'manager');
  let said = false;

  const first = async (query: Query, fits: (transfer: Transfer) => boolean): Promise<Transfer | undefined> => {
    const { data } = await client.GET('/transfers', {
      ...(await asManager()),
      params: { query: { ...query, limit: 200 } },
    });
    return data?.items.find(fits);
  };

  return async ({ completion }) => {
    if (said || !ratesStand(completion)) return;
    const waiting = await first({ step: 'formAndFunds' }, () => true);
    const cameBack = await first({ step: 'liaisonLetter' }, ({ openStep }) => (openStep?.attempt ?? 1) > 1);
    const overdue = await first({ overdue: true }, ({ openStep }) => (openStep?.escalations ?? 0) > 0);
    if (!waiting && !cameBack && !overdue) return;
    said = true;
    say('\nThe rates of the month stand. Try it yourself:');
    const link = (what: string, transfer: Transfer | undefined) => {
      if (transfer) say(`  ${what}: ${url}/app/transfers/${transfer.id}`);
    };
    link('waits for form and money (hand in both, see the entry clerk’s name appear)', waiting);
    link('its letter came back (post it again)', cameBack);
    link('overdue and escalated', overdue);
  };
}

/** Every transfer of the cohort has had the time of three attempts. */
function ratesStand(completion: Figures['completion']): boolean {
  const attempts = completion?.attempts;
  return !!attempts && attempts.cohort > 0 && attempts.mature.denominators[3] >= attempts.cohort;
}
