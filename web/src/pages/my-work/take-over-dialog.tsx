import { useTranslation } from 'react-i18next';
import { useMe } from '../../api/queries.ts';
import type { TransferRow } from '../../api/types.ts';
import { DataTable } from '../../components/data-table.tsx';
import { Due } from '../../components/time.tsx';
import { useProcedureWords } from '../../procedures/use-procedure-words.ts';
import { MovesDialog, useMoves } from './moves-dialog.tsx';

interface TakeOverDialogProps {
  readonly rows: readonly TransferRow[];
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** What moves, from whom to me, before it does; steps move, stewards and tasks stay. */
export function TakeOverDialog({ rows: picked, onClose, onDone }: TakeOverDialogProps) {
  const { t } = useTranslation();
  const me = useMe();
  const words = useProcedureWords();
  const moves = useMoves(picked);
  return (
    <MovesDialog
      title={t('myWork.takeOver.title', { count: moves.length })}
      button={t('myWork.takeOver.button', { count: moves.length })}
      moves={moves}
      doneText={(count) => t('myWork.takeOver.done', { count })}
      onClose={onClose}
      onDone={onDone}
    >
      <p className="soft">{t('myWork.takeOver.text')}</p>
      <DataTable
        caption={t('myWork.takeOver.title', { count: moves.length })}
        rows={moves.map(({ row }) => row)}
        rowKey={({ id }) => id}
        columns={[
          { key: 'caseNo', title: t('common.columns.caseNo'), render: ({ caseNo }) => caseNo },
          {
            key: 'step',
            title: t('common.columns.step'),
            render: ({ openStep, procedure }) => openStep && words.step(openStep.step, procedure),
          },
          {
            key: 'from',
            title: t('myWork.takeOver.from'),
            render: ({ openStep }) => openStep?.owner.displayName,
          },
          { key: 'to', title: t('myWork.takeOver.to'), render: () => me.displayName },
          {
            key: 'due',
            title: t('common.columns.due'),
            render: ({ openStep }) => openStep && <Due on={openStep.dueOn} late={openStep.overdue} />,
          },
        ]}
      />
    </MovesDialog>
  );
}
