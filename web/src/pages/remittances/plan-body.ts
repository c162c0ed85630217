/** From the fields of a plan to what the contract takes. */
import { RefusedError } from '../../api/problem.ts';
import { transferOfCase } from '../../api/transfer-of-case.ts';
import type { Schemas } from '../../api/types.ts';
import { fenOf } from '../../format/fen.ts';
import type { Planning } from './acts.ts';

/** Fields are called as in the contract, so that a refusal finds them; amounts are typed in yuan. */
export interface PlanValues {
  /** Of which money it is: of a case, or what goes back. */
  readonly of?: 'transfer' | 'credit';
  /** A case number. */
  readonly transferId?: string;
  /** Of several transfers of the case this one. */
  readonly chosen?: string;
  readonly creditPartId?: string;
  /** What goes back has not been swept. */
  readonly early?: boolean;
  readonly payeeName?: string;
  readonly payeeAccount?: string;
  readonly payeeBank?: string;
  readonly counterpartAreaCode?: string;
  readonly ourAccount?: string;
  readonly amountFen?: string;
  readonly accountFen?: string;
  readonly pooledFen?: string;
  readonly note?: string;
}

export type FoundTransfer = Schemas['Found']['items'][number];

export const AMOUNTS = ['amountFen', 'accountFen', 'pooledFen'] as const;
const TEXTS = ['payeeBank', 'counterpartAreaCode', 'ourAccount'] as const;

/** `several`: told the transfers of the case where there are more than one. @throws RefusedError at the field that does not say enough */
export async function bodyFor(
  values: PlanValues,
  anew: Planning['anew'],
  several: (found: readonly FoundTransfer[]) => void,
): Promise<Schemas['NewRemittance']> {
  const { payeeName = '', payeeAccount = '', note } = values;
  const isReturn = !anew && values.of === 'credit';
  const typed = TEXTS.flatMap((name) => (values[name]?.trim() ? [[name, values[name].trim()] as const] : []));
  // What goes back is no part of a form.
  const said = isReturn ? (['amountFen'] as const) : AMOUNTS;
  const amounts = said.flatMap((name) => (values[name]?.trim() ? [[name, fenOf(values[name]) ?? 0] as const] : []));
  return {
    payeeName: payeeName.trim(),
    payeeAccount: payeeAccount.trim(),
    amountFen: 0,
    ...Object.fromEntries([...typed, ...amounts]),
    ...(note?.trim() && { note }),
    ...(await moneyOf(values, anew, several)),
  };
}

type Money = Pick<Schemas['NewRemittance'], 'replacesId' | 'transferId' | 'creditPartId' | 'source'>;

async function moneyOf(
  values: PlanValues,
  anew: Planning['anew'],
  several: (found: readonly FoundTransfer[]) => void,
): Promise<Money> {
  if (anew) return { replacesId: anew.id };
  const { of, creditPartId, early } = values;
  if (of === 'credit' && creditPartId !== undefined)
    return { creditPartId, ...(early && { source: 'incomeAccount' as const }) };
  return { transferId: await transferOf(values, several) };
}

/** Money is never planned for one of several that nobody has chosen. */
const transferOf = (
  { transferId: caseNo = '', chosen }: PlanValues,
  several: (found: readonly FoundTransfer[]) => void,
): Promise<string> =>
  transferOfCase(caseNo.trim(), (found) => {
    if (found.length < 2) return found[0];
    several(found);
    const one = found.find(({ id }) => id === chosen);
    if (one) return one;
    throw new RefusedError({
      type: '/problems/invalid',
      title: 'invalid',
      status: 422,
      errors: [{ field: 'chosen', code: 'missing', message: 'The case has several transfers: say which.' }],
    });
  });
