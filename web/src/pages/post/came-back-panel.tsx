import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Column } from '../../components/data-table.tsx';
import { ReasonText } from '../../components/reason-text.tsx';
import { Day, Due } from '../../components/time.tsx';
import { dayOf } from '../../format/day.ts';
import { useProcedureWords } from '../../procedures/use-procedure-words.ts';
import { letterColumns } from './letter-columns.tsx';
import { LetterList } from './letter-list.tsx';
import type { MailItem } from './use-letters.ts';

/** Returned or lost, and not sent again: why, and what is next. */
export function CameBackPanel() {
  const { t } = useTranslation();
  const own: Column<MailItem>[] = [
    {
      key: 'state',
      title: t('common.columns.state'),
      render: ({ state, stateSince }) => (
        <>
          {t(`letterStates.${state}`)} <Day on={dayOf(stateSince)} />
        </>
      ),
    },
    {
      key: 'reason',
      title: t('common.columns.reason'),
      render: ({ failureCode }) => (failureCode === null ? '–' : <ReasonText code={failureCode} />),
    },
    { key: 'next', title: t('post.next'), render: (letter) => <Next letter={letter} /> },
  ];
  return (
    <LetterList
      title={t('post.cameBack')}
      nothing={t('post.nothingCameBack')}
      question={{ awaits: 'resending' }}
      columns={[...letterColumns(t, 'caseNo', 'counterpart', 'waybill'), ...own]}
    />
  );
}

/** The step that waits now, whose it is and until when; it is done on the page of its case. */
function Next({ letter: { transferId, openStep } }: { readonly letter: MailItem }) {
  const words = useProcedureWords();
  if (transferId === null || openStep === null) return null;
  return (
    <>
      <Link to="/transfers/$id" params={{ id: transferId }}>
        {words.step(openStep.step)}
      </Link>{' '}
      {openStep.owner.displayName}
      <div className="small">
        <Due on={openStep.dueOn} late={openStep.overdue} provisional={openStep.provisional} />
      </div>
    </>
  );
}
