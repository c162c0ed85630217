import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/types.ts';
import { useSending } from '../../api/use-sending.ts';
import { ProblemNotice } from '../../components/problem-notice.tsx';

interface PrintPaperProps {
  readonly print: () => Promise<Schemas['Document']>;
}

/** As a paper of the office: printed once and kept, then opened as often as somebody wants. */
export function PrintPaper({ print }: PrintPaperProps) {
  const { t } = useTranslation();
  const { mutate, isPending, data, error } = useSending({ mutationFn: print });
  return (
    <span className="row no-print" aria-live="polite">
      <Button loading={isPending} onClick={() => mutate()}>
        {t('archive.paper.make')}
      </Button>
      {data && (
        <a href={`/documents/${data.id}/file`} target="_blank" rel="noreferrer" className="number nowrap">
          {t('archive.paper.open', { number: data.number, version: data.version })}
        </a>
      )}
      {error && <ProblemNotice error={error} />}
    </span>
  );
}
