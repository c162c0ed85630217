import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { toProblem } from '../api/problem.ts';
import type { Defect } from '../api/types.ts';
import { Notice } from './notice.tsx';
import { defectText, problemText, unreadText } from './problem-text.ts';

interface ProblemNoticeProps {
  /** What a query or a form caught. */
  readonly error: unknown;
  /** Defects to name here; default: all of the problem. */
  readonly defects?: readonly Defect[];
  /** To the fields of the form that are marked. */
  readonly links?: ReactNode;
  readonly onRetry?: () => void;
  /** Nothing was sent to be kept: nobody is told that it was not, nor which name of a question was wrong. */
  readonly reading?: boolean;
}

/** The request as a whole, and the only file of a form: their names tell nobody anything. */
const UNNAMED: ReadonlySet<string> = new Set(['', 'body', 'file']);

/** A refusal in words: what is wrong, every defect, and the number that helps the operator find it. */
export function ProblemNotice({ error, defects, links, onRetry, reading = false }: ProblemNoticeProps) {
  const { t } = useTranslation();
  const problem = toProblem(error);
  const named = defects ?? problem.errors ?? [];
  const reference = problem.status >= 500 ? problem.instance : undefined;
  return (
    <Notice kind="error" title={reading ? unreadText(problem) : problemText(problem)}>
      {links}
      {named.length > 0 && (
        <ul className="defects">
          {named.map((defect) => (
            <li key={`${defect.field} ${defect.code}`}>
              {!reading && !UNNAMED.has(defect.field) && <code>{defect.field}</code>} {defectText(defect)}
            </li>
          ))}
        </ul>
      )}
      {reference !== undefined && <p className="small">{t('problems.reference', { id: reference })}</p>}
      {onRetry && (
        <button type="button" className="button small" onClick={onRetry}>
          {t('common.retry')}
        </button>
      )}
    </Notice>
  );
}
