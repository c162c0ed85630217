import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { bodyOf, client } from '../../api/client.ts';
import { newIdempotencyKey } from '../../api/idempotency-key.ts';
import { oneByOne, type Done } from '../../api/one-by-one.ts';
import { useStaff } from '../../api/queries.ts';
import { recordFact } from '../../api/record-fact.ts';
import type { TransferRow } from '../../api/types.ts';
import { useSending } from '../../api/use-sending.ts';
import { Dialog } from '../../components/dialog.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { DoneList } from './done-list.tsx';
import { GivePreview } from './give-preview.tsx';

interface GiveDialogProps {
  readonly rows: readonly TransferRow[];
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** The manager gives open steps to a colleague; which of them can go is seen before they do. */
export function GiveDialog({ rows: picked, onClose, onDone }: GiveDialogProps) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const [to, setTo] = useState<string>();
  // Sent again, each is recorded once.
  const [moves] = useState(() => picked.map((row) => ({ row, key: newIdempotencyKey() })));
  const checked = useHanding(
    moves.map(({ row }) => row.id),
    to,
  );
  const going = moves.filter(({ row }) => checked.data?.get(row.id) === null);
  const give = useSending({
    mutationFn: async () => {
      const told: Done<(typeof moves)[number]>[] = [];
      const giveOne = ({ row, key }: (typeof moves)[number]) =>
        recordFact({
          transferId: row.id,
          fact: { kind: 'takenOver', ...(to !== undefined && { toStaffId: to }) },
          key,
        });
      await oneByOne(going, giveOne, (one) => told.push(one));
      return told;
    },
    onSuccess: () => queryClient.invalidateQueries(),
  });
  const done = give.data;
  const close = (): void => {
    if (done) onDone();
    onClose();
  };
  return (
    <Dialog
      title={t('colleagues.give.title')}
      width={820}
      onClose={close}
      footer={
        done ? (
          <Button onClick={close}>{t('common.close')}</Button>
        ) : (
          <>
            <Button type="primary" disabled={going.length === 0} loading={give.isPending} onClick={() => give.mutate()}>
              {t('colleagues.give.send', { count: going.length })}
            </Button>
            <Button onClick={close}>{t('common.notNow')}</Button>
          </>
        )
      }
    >
      {(give.error ?? checked.error) && <ProblemNotice error={give.error ?? checked.error} />}
      {done ? (
        <DoneList done={done} nameOf={({ row }) => row.caseNo} text={(count) => t('colleagues.give.done', { count })} />
      ) : (
        <div className="stack tight">
          <p className="soft">{t('colleagues.give.text')}</p>
          <ToWhom value={to} onChange={setTo} />
          <div role="status">
            {checked.data && going.length === 0 && <p className="verdict">{t('colleagues.give.nothing')}</p>}
          </div>
          <GivePreview rows={picked} refusals={checked.data} />
        </div>
      )}
    </Dialog>
  );
}

interface ToWhomProps {
  readonly value: string | undefined;
  readonly onChange: (id: string) => void;
}

function ToWhom({ value, onChange }: ToWhomProps) {
  const { t } = useTranslation();
  const staff = useStaff().filter(({ active }) => active);
  return (
    <Select
      aria-label={t('colleagues.give.to')}
      placeholder={t('colleagues.give.to')}
      showSearch={{ optionFilterProp: 'label' }}
      popupMatchSelectWidth={false}
      value={value ?? null}
      options={staff.map(({ id, displayName, post }) => ({
        value: id,
        label: [displayName, post].filter(Boolean).join(' · '),
      }))}
      onChange={(id: string | null) => id !== null && onChange(id)}
    />
  );
}

/** As many as the office looks at in one question. */
const AT_ONCE = 100;

/** Of each transfer the name of the refusal, or null: it would go. */
function useHanding(transferIds: readonly string[], to: string | undefined) {
  return useQuery({
    queryKey: ['post', '/checks/handing', to, transferIds],
    enabled: to !== undefined,
    retry: false,
    staleTime: Infinity,
    queryFn: async () => {
      const told = new Map<string, string | null>();
      for (let from = 0; from < transferIds.length; from += AT_ONCE) {
        const body = { transferIds: transferIds.slice(from, from + AT_ONCE), toStaffId: to ?? '' };
        const { items } = bodyOf(await client.POST('/checks/handing', { body }));
        for (const { transferId, refusal } of items) told.set(transferId, refusal);
      }
      return told;
    },
  });
}
