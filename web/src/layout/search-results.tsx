import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/types.ts';
import { Dialog } from '../components/dialog.tsx';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { FoundList } from '../persons/found-list.tsx';
import { Dressed } from './lazily-dressed.ts';

interface SearchResultsProps {
  readonly found: Schemas['Found'] | undefined;
  readonly error: unknown;
  readonly onOpen: () => void;
  readonly onClose: () => void;
}

/** Shown when a number fits none or several; a single one is opened at once. */
export function SearchResults({ found, error, onOpen, onClose }: SearchResultsProps) {
  const { t } = useTranslation();
  return (
    <Dressed>
      <Dialog
        title={t('layout.search.title')}
        width={760}
        onClose={onClose}
        footer={<Button onClick={onClose}>{t('common.close')}</Button>}
      >
        {error != null && <ProblemNotice error={error} reading />}
        {found && found.persons.length === 0 && <p>{t('counter.found.none')}</p>}
        {found && <FoundList found={found} onOpen={onOpen} />}
        <p className="soft small">{t('layout.search.recorded')}</p>
      </Dialog>
    </Dressed>
  );
}
