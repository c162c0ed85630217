import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { newIdempotencyKey } from '../../api/idempotency-key.ts';
import { oneByOne, type Done } from '../../api/one-by-one.ts';
import { recordFact } from '../../api/record-fact.ts';
import type { TransferRow } from '../../api/types.ts';
import { useSending } from '../../api/use-sending.ts';
import { Dialog } from '../../components/dialog.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { DoneList } from './done-list.tsx';

interface Move {
  readonly row: TransferRow;
  /** Sent again, each is recorded once. */
  readonly key: string;
}

/** Those that were picked, whichever the list shows meanwhile. */
export function useMoves(picked: readonly TransferRow[]): readonly Move[] {
  const [moves] = useState(() => picked.map((row) => ({ row, key: newIdempotencyKey() })));
  return moves;
}

interface MovesDialogProps {
  readonly title: string;
  readonly button: string;
  readonly moves: readonly Move[];
  /** Undefined: to whoever asks. */
  readonly toStaffId?: string | undefined;
  /** Of a look before it. */
  readonly error?: unknown;
  readonly doneText: (count: number) => string;
  readonly onClose: () => void;
  readonly onDone: () => void;
  readonly children: ReactNode;
}

/** Steps change hands, each recorded by itself; then what came of each stands in place of the question. */
export function MovesDialog(props: MovesDialogProps) {
  const { title, button, moves, toStaffId, error, doneText, onClose, onDone, children } = props;
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const moving = useSending({
    mutationFn: async () => {
      const told: Done<Move>[] = [];
      const fact = { kind: 'takenOver', ...(toStaffId !== undefined && { toStaffId }) } as const;
      const moveOne = ({ row, key }: Move) => recordFact({ transferId: row.id, fact, key });
      await oneByOne(moves, moveOne, (one) => told.push(one));
      return told;
    },
    onSuccess: () => queryClient.invalidateQueries(),
  });
  const done = moving.data;
  const problem = moving.error ?? error;
  const close = (): void => {
    if (done) onDone();
    onClose();
  };
  const ask = (
    <>
      <Button type="primary" disabled={moves.length === 0} loading={moving.isPending} onClick={() => moving.mutate()}>
        {button}
      </Button>
      <Button onClick={close}>{t('common.notNow')}</Button>
    </>
  );
  return (
    <Dialog
      title={title}
      width={820}
      onClose={close}
      footer={done ? <Button onClick={close}>{t('common.close')}</Button> : ask}
    >
      {problem != null && <ProblemNotice error={problem} />}
      {done ? (
        <DoneList done={done} nameOf={({ row }) => row.caseNo} text={doneText} />
      ) : (
        <div className="stack tight">{children}</div>
      )}
    </Dialog>
  );
}
