import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { toProblem } from '../api/problem.ts';
import type { Defect } from '../api/types.ts';
import { defectText, problemText } from './problem-text.ts';

interface ProblemNoticeProps {
  /** What a query or a form caught. */
  readonly error: unknown;
  /** Defects to name here; default: all of the problem. */
  readonly defects?: readonly Defect[];
  readonly onRetry?: () => void;
}

/** A refusal in words: what is wrong, every defect, and the number that helps the operator find it. */
export function ProblemNotice({ error, defects, onRetry }: ProblemNoticeProps) {
  const { t } = useTranslation();
  const problem = toProblem(error);
  const named = defects ?? problem.errors ?? [];
  const reference = problem.status >= 500 ? problem.instance : undefined;
  const hasMore = named.length > 0 || reference !== undefined || onRetry !== undefined;
  return (
    <Alert
      role="alert"
      type="error"
      showIcon
      title={problemText(problem)}
      {...(hasMore && {
        description: (
          <>
            {named.length > 0 && (
              <ul className="defects">
                {named.map((defect) => (
                  <li key={`${defect.field} ${defect.code}`}>
                    <code>{defect.field}</code> {defectText(defect)}
                  </li>
                ))}
              </ul>
            )}
            {reference !== undefined && <p className="small">{t('problems.reference', { id: reference })}</p>}
            {onRetry && (
              <Button size="small" onClick={onRetry}>
                {t('common.retry')}
              </Button>
            )}
          </>
        ),
      })}
    />
  );
}
