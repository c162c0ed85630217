import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { bodyOf, client } from '../../api/client.ts';
import { useStaff } from '../../api/queries.ts';
import type { TransferRow } from '../../api/types.ts';
import { GivePreview } from './give-preview.tsx';
import { MovesDialog, useMoves } from './moves-dialog.tsx';

interface GiveDialogProps {
  readonly rows: readonly TransferRow[];
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** The manager gives open steps to a colleague; which of them can go is seen before they do. */
export function GiveDialog({ rows: picked, onClose, onDone }: GiveDialogProps) {
  const { t } = useTranslation();
  const [to, setTo] = useState<string>();
  const moves = useMoves(picked);
  const checked = useHanding(
    moves.map(({ row }) => row.id),
    to,
  );
  const going = moves.filter(({ row }) => checked.data?.get(row.id) === null);
  return (
    <MovesDialog
      title={t('colleagues.give.title')}
      button={t('colleagues.give.send', { count: going.length })}
      moves={going}
      toStaffId={to}
      error={checked.error}
      doneText={(count) => t('colleagues.give.done', { count })}
      onClose={onClose}
      onDone={onDone}
    >
      <p className="soft">{t('colleagues.give.text')}</p>
      <ToWhom value={to} onChange={setTo} />
      <div role="status">
        {checked.data && going.length === 0 && <p className="verdict">{t('colleagues.give.nothing')}</p>}
      </div>
      <GivePreview rows={picked} refusals={checked.data} />
    </MovesDialog>
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
