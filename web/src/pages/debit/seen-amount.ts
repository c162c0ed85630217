import i18next from 'i18next';
import { formatYuan } from '../../../../domain/money/money.ts';
import { problemName, RefusedError, toProblem } from '../../api/problem.ts';

/** More than the debit has left, or than the part: at the amount. */
export function seenAmount(error: unknown): unknown {
  const problem = toProblem(error);
  const errors = (problem.errors ?? []).map((one) => (one.field === 'amountFen' ? { ...one, field: 'yuan' } : one));
  if (problemName(problem) !== 'amount-mismatch') return new RefusedError({ ...problem, errors });
  const leftFen: unknown = Reflect.get(problem, 'leftFen');
  const amount = typeof leftFen === 'number' ? formatYuan(leftFen, { grouped: true }) : '–';
  const message = i18next.t('debit.leftOnly', { amount });
  return new RefusedError({ ...problem, errors: [{ field: 'yuan', code: 'ofMoney', message }] });
}
