import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newIdempotencyKey } from '../../api/idempotency-key.ts';
import { oneByOne, type Done } from '../../api/one-by-one.ts';
import { useMe } from '../../api/queries.ts';
import { recordFact } from '../../api/record-fact.ts';
import type { TransferRow } from '../../api/types.ts';
import { useSending } from '../../api/use-sending.ts';
import { DataTable } from '../../components/data-table.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { Due } from '../../components/time.tsx';
import { useProcedureWords } from '../../procedures/use-procedure-words.ts';
import { DoneList } from './done-list.tsx';

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
  const queryClient = useQueryClient();
  // Sent again, each is recorded once.
  const [moves] = useState(() => picked.map((row) => ({ row, key: newIdempotencyKey() })));
  const take = useSending({
    mutationFn: async () => {
      const told: Done<(typeof moves)[number]>[] = [];
      const takeOne = ({ row, key }: (typeof moves)[number]) =>
        recordFact({ transferId: row.id, fact: { kind: 'takenOver' }, key });
      await oneByOne(moves, takeOne, (one) => told.push(one));
      return told;
    },
    onSuccess: () => queryClient.invalidateQueries(),
  });
  const done = take.data;
  const close = (): void => {
    if (done) onDone();
    onClose();
  };
  return (
    <Dialog
      title={t('myWork.takeOver.title', { count: moves.length })}
      width={820}
      onClose={close}
      footer={
        done ? (
          <Button onClick={close}>{t('common.close')}</Button>
        ) : (
          <>
            <Button type="primary" loading={take.isPending} onClick={() => take.mutate()}>
              {t('myWork.takeOver.button', { count: moves.length })}
            </Button>
            <Button onClick={close}>{t('common.notNow')}</Button>
          </>
        )
      }
    >
      {take.error && <ProblemNotice error={take.error} />}
      {done && (
        <DoneList done={done} nameOf={({ row }) => row.caseNo} text={(count) => t('myWork.takeOver.done', { count })} />
      )}
      {!done && (
        <div className="stack tight">
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
        </div>
      )}
    </Dialog>
  );
}
