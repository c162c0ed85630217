import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import type { ToPost } from './posting.ts';
import type { Desk } from './use-desk.ts';
import { usePosting } from './use-posting.ts';

/** An office that takes letters over the national platform: no envelope, no number. */
export function OverPlatform({ row, desk }: { readonly row: ToPost; readonly desk: Desk }) {
  const { t } = useTranslation();
  const posting = usePosting(desk.take);
  return (
    <div>
      <span className="badge info">{t('letterChannels.platform')}</span>{' '}
      <Button
        size="small"
        aria-label={`${t('post.sentOverPlatform')} ${row.caseNo}`}
        loading={posting.isPending}
        onClick={() => posting.mutate({ rows: [row] })}
      >
        {t('post.sentOverPlatform')}
      </Button>
      {posting.error != null && <ProblemNotice error={posting.error} />}
    </div>
  );
}
