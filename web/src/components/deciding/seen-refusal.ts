/** A refusal of one case among several, at that case, with what is recorded already. */
import i18next from 'i18next';
import { formatYuan } from '../../../../domain/money/money.ts';
import { problemName, RefusedError, toProblem } from '../../api/problem.ts';
import type { Defect, Problem } from '../../api/types.ts';
import { problemText } from '../problem-text.ts';
import type { DecisionValues } from './decision-values.ts';
import { ClaimStopped } from './send-decision.ts';

export function seenRefusal(error: unknown, values: DecisionValues): RefusedError {
  const { t } = i18next;
  const stopped = error instanceof ClaimStopped ? error : undefined;
  const problem = toProblem(stopped ? stopped.reason : error);
  const place = stopped ? `lines.${String(stopped.at)}` : undefined;
  const isAmount = problemName(problem) === 'amount-mismatch';
  const field = isAmount ? 'yuan' : 'whose';
  const own = (problem.errors ?? []).map((defect) => ({ ...defect, field: at(defect.field, place) }));
  const here: Defect = {
    field: place === undefined ? field : `${place}.${field}`,
    code: 'ofMoney',
    message: isAmount ? overForm(problem) : problemText(problem),
  };
  const all = values.lines?.length ?? 0;
  const howFar: Defect = {
    field: '',
    code: 'ofMoney',
    message: t('waitingMoney.stoppedOf', { all, done: stopped?.at ?? 0 }),
  };
  const isOfField = stopped !== undefined || isAmount;
  return new RefusedError({
    ...problem,
    errors: [...own, ...(isOfField && own.length === 0 ? [here] : []), ...(stopped && all > 1 ? [howFar] : [])],
  });
}

const at = (field: string, place: string | undefined): string => {
  const name = field === 'amountFen' ? 'yuan' : field === 'transferId' ? 'whose' : field;
  return place === undefined || name === 'note' ? name : `${place}.${name}`;
};

function overForm(problem: Problem): string {
  const yuan = (name: string): string => {
    const fen: unknown = Reflect.get(problem, name);
    return typeof fen === 'number' ? formatYuan(fen, { grouped: true }) : '–';
  };
  return i18next.t('waitingMoney.overForm', { expected: yuan('expectedFen'), matched: yuan('matchedFen') });
}
