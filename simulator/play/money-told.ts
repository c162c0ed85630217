/** The money of a play, each sum by those who know it: the banks, the core system, and the office. */
import { dateOf } from '../../domain/time/shanghai-day.ts';
import type { PlayedCore } from '../core/core-system.ts';
import type { World } from './world.ts';

export interface MoneyTold {
  /** Received: what the bank's statements say, and what the office holds or has passed on. */
  readonly in: { readonly bankFen: number; readonly officeFen: number; readonly conserved: boolean };
  /**
   * Remitted: what the bank carried out less what came back, what the finance bureau paid in for it, what the core system's own forms
   * say, what the office says has left, and where its remittances stand.
   */
  readonly out: {
    readonly bankFen: number;
    readonly bureauFen: number;
    readonly coreFen: number;
    readonly officeFen: number;
    readonly confirmedFen: number;
    readonly orderedFen: number;
    readonly conserved: boolean;
  };
  /** Forms for booking: what the core system took, and what the office told it; null without a core system. */
  readonly told: { readonly coreFen: number; readonly officeFen: number } | null;
  readonly agrees: boolean;
}

const sum = (amounts: readonly number[]): number => amounts.reduce((total, fen) => total + fen, 0);

export async function moneyTold(world: World, core: PlayedCore | undefined): Promise<MoneyTold> {
  const board = await moneyBoard(world);
  const income = { bankFen: receivedByBank(world), officeFen: board.receivedFen, conserved: board.conserved };
  const { confirmedFen, orderedFen, conserved } = board.outgo;
  const out = {
    bankFen: sentByBank(world),
    bureauFen: world.story.payments.bureauFen,
    coreFen: dueByCore(world),
    officeFen: await remittedFen(world),
    confirmedFen,
    orderedFen,
    conserved,
  };
  const told = core ? await toldForms(world, core) : null;
  const agrees =
    income.conserved &&
    income.bankFen === income.officeFen &&
    conserved &&
    [out.bankFen, out.bureauFen, out.coreFen, confirmedFen, orderedFen].every((fen) => fen === out.officeFen) &&
    told?.coreFen === told?.officeFen;
  return { in: income, out, told, agrees };
}

const moneyBoard = ({ api }: World) =>
  api.sure(api.oneOf('manager').id, (headers) => api.client.GET('/metrics/money', { headers }));

const receivedByBank = ({ story }: World): number =>
  sum([...story.statementsIn].flatMap((name) => (story.statements.get(name) ?? []).map(({ amountFen }) => amountFen)));

function sentByBank({ story }: World): number {
  const { statements, statementsIn } = story.payments;
  const entries = [...statementsIn].flatMap((name) => statements.get(name) ?? []);
  return sum(entries.map(({ amountFen, isDebit }) => (isDebit ? amountFen : -amountFen)));
}

/** Of whoever's money has left, as the core system itself makes the form. */
function dueByCore({ story, plan }: World): number {
  const paid = [...story.requests.values()].filter(({ sentFen }) => sentFen > 0);
  return sum(
    paid.map(({ no, arrivedAt }) => {
      const form = plan.requests.accountOf(no, dateOf(arrivedAt))?.form as { totalFen: number } | null | undefined;
      return form?.totalFen ?? 0;
    }),
  );
}

async function remittedFen({ api, plan, clock }: World): Promise<number> {
  const query = { from: plan.month.from, to: dateOf(await clock.now()) };
  const { inPeriod } = await api.sure(api.oneOf('manager').id, (headers) =>
    api.client.GET('/metrics/volume', { headers, params: { query } }),
  );
  return inPeriod.fenOut;
}

/** A batch of which nobody has heard is told again before. */
async function toldForms({ api }: World, core: PlayedCore): Promise<NonNullable<MoneyTold['told']>> {
  const { id } = api.oneOf('accountClerk');
  await api.sure(id, (headers) => api.client.POST('/core/comparison', { headers }));
  const { items } = await api.sure(id, (headers) => api.client.GET('/core/batches', { headers }));
  const told = items.filter(({ state }) => state !== 'refused');
  return {
    coreFen: sum(core.told().map(({ totalFen }) => totalFen)),
    officeFen: sum(told.map(({ amountFen }) => amountFen)),
  };
}
