import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { TransferRow } from '../api/types.ts';
import { Dialog } from '../components/dialog.tsx';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { Day } from '../components/time.tsx';
import { dayOf } from '../format/day.ts';
import { useProcedureWords } from '../procedures/use-procedure-words.ts';

interface SearchResultsProps {
  readonly found: readonly TransferRow[];
  readonly error: unknown;
  readonly onOpen: (row: TransferRow) => void;
  readonly onClose: () => void;
}

/** Shown when a number fits none or several; a single one is opened at once. */
export function SearchResults({ found, error, onOpen, onClose }: SearchResultsProps) {
  const { t } = useTranslation();
  const words = useProcedureWords();
  return (
    <Dialog
      title={t('layout.search.title')}
      onClose={onClose}
      footer={<Button onClick={onClose}>{t('common.close')}</Button>}
    >
      {error != null && <ProblemNotice error={error} reading />}
      {error == null && found.length === 0 && (
        <div className="stack tight">
          <p>{t('layout.search.nothing')}</p>
          <p className="soft small">{t('layout.search.nothingHint')}</p>
        </div>
      )}
      {found.map((row) => (
        <div className="search-result" key={row.id}>
          <div className="row spread">
            <Button type="link" onClick={() => onOpen(row)}>
              {row.caseNo}
            </Button>
            <span className="badge">{t(`directions.${row.direction}`)}</span>
          </div>
          <div className="row soft">
            <span>{row.personName}</span>
            <span>{row.counterpart.name}</span>
            <Day on={dayOf(row.acceptedAt)} />
            <span>
              {row.closing
                ? t(`closings.${row.closing}`)
                : row.openStep && words.step(row.openStep.step, row.procedure)}
            </span>
          </div>
        </div>
      ))}
      <p className="soft small">{t('layout.search.recorded')}</p>
    </Dialog>
  );
}
