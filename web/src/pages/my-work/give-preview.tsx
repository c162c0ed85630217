import { useTranslation } from 'react-i18next';
import type { TransferRow } from '../../api/types.ts';
import { DataTable } from '../../components/data-table.tsx';
import { Due } from '../../components/time.tsx';
import { knownText } from '../../i18n/known-text.ts';
import { useProcedureWords } from '../../procedures/use-procedure-words.ts';

interface GivePreviewProps {
  readonly rows: readonly TransferRow[];
  /** Undefined: nobody has been chosen, or it is not known yet. */
  readonly refusals: ReadonlyMap<string, string | null> | undefined;
}

/** What goes and what does not, and why not. */
export function GivePreview({ rows, refusals }: GivePreviewProps) {
  const { t } = useTranslation();
  const words = useProcedureWords();
  return (
    <DataTable
      caption={t('colleagues.give.title')}
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        { key: 'caseNo', title: t('common.columns.caseNo'), render: ({ caseNo }) => caseNo },
        {
          key: 'step',
          title: t('common.columns.step'),
          render: ({ openStep, procedure }) => openStep && words.step(openStep.step, procedure),
        },
        { key: 'from', title: t('myWork.takeOver.from'), render: ({ openStep }) => openStep?.owner.displayName },
        {
          key: 'due',
          title: t('common.columns.due'),
          render: ({ openStep }) => openStep && <Due on={openStep.dueOn} late={openStep.overdue} />,
        },
        {
          key: 'goes',
          title: t('colleagues.give.what'),
          render: ({ id }) => <Goes refusal={refusals?.get(id)} />,
        },
      ]}
    />
  );
}

const WHY: Readonly<Record<string, 'forbidden' | 'apart' | 'has' | 'closed'>> = {
  forbidden: 'forbidden',
  'separation-of-duties': 'apart',
  'already-decided': 'has',
  'step-not-open': 'closed',
  'transfer-closed': 'closed',
};

function Goes({ refusal }: { readonly refusal: string | null | undefined }) {
  const { t } = useTranslation();
  if (refusal === undefined) return <>–</>;
  if (refusal === null) return <>{t('colleagues.give.goes')}</>;
  const why = WHY[refusal];
  return <span className="late">{why ? t(`colleagues.give.why.${why}`) : knownText(`problems.${refusal}`)}</span>;
}
