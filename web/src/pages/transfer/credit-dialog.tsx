import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, bodyOf, client } from '../../api/client.ts';
import { newIdempotencyKey } from '../../api/idempotency-key.ts';
import type { Schemas } from '../../api/types.ts';
import { useSending } from '../../api/use-sending.ts';
import { Dialog } from '../../components/dialog.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { Yuan } from '../../components/time.tsx';
import { showAnswer } from './show-answer.ts';
import { invalidateTransfer } from './invalidate-transfer.ts';

interface CreditDialogProps {
  readonly transferId: string;
  readonly money: Schemas['TransferMoney'];
  readonly onClose: () => void;
}

/** A proposal explains itself; a person says whether the money belongs here. */
export function CreditDialog({ transferId, money, onClose }: CreditDialogProps) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const [key] = useState(newIdempotencyKey);
  const query = useQuery(
    api.queryOptions('get', '/credits', { params: { query: { serial: money.serial, limit: 1 } } }),
  );
  const part = query.data?.items[0]?.parts.find((one) => one.transferId === transferId && one.state === 'proposed');
  const decide = useSending({
    mutationFn: async (decision: 'confirm' | 'reject') =>
      bodyOf(
        await client.POST('/credits/{id}/matches', {
          params: { path: { id: money.creditId }, header: { 'Idempotency-Key': `${key}-${decision}` } },
          body: { partId: part?.id ?? '', decision },
        }),
      ),
    onSuccess: async ({ parts }) => {
      const now = parts.find(({ id }) => id === part?.id);
      const isDecided = ({ creditId, state }: Schemas['TransferMoney']) =>
        creditId === money.creditId && state === 'proposed';
      showAnswer(queryClient, transferId, (shown) => ({
        money: shown.money
          .filter((one) => !isDecided(one) || now?.transferId === transferId)
          .map((one) => (isDecided(one) && now ? { ...one, state: now.state } : one)),
      }));
      onClose();
      await invalidateTransfer(queryClient, transferId);
    },
  });
  return (
    <Dialog
      title={t('transfer.money.decideTitle')}
      onClose={onClose}
      footer={
        <>
          <Button type="primary" disabled={!part} loading={decide.isPending} onClick={() => decide.mutate('confirm')}>
            {t('transfer.money.confirm')}
          </Button>
          <Button disabled={!part} loading={decide.isPending} onClick={() => decide.mutate('reject')}>
            {t('transfer.money.reject')}
          </Button>
        </>
      }
    >
      {decide.isError && <ProblemNotice error={decide.error} />}
      <Loaded query={query}>{({ items }) => (items[0] ? <CreditText credit={items[0]} /> : null)}</Loaded>
    </Dialog>
  );
}

function CreditText({ credit }: { readonly credit: Schemas['Credit'] }) {
  const { t } = useTranslation();
  const seen = Object.entries(credit.explanation).filter(([, value]) => ['string', 'number'].includes(typeof value));
  return (
    <dl className="pairs">
      <dt>{t('common.columns.amount')}</dt>
      <dd>
        <Yuan fen={credit.amountFen} />
      </dd>
      <dt>{t('transfer.money.payer')}</dt>
      <dd>{credit.payerName}</dd>
      <dt>{t('transfer.money.memo')}</dt>
      <dd>{credit.memo}</dd>
      <dt>{t('common.columns.state')}</dt>
      <dd>{t(`verdicts.${credit.verdict}`)}</dd>
      {seen.length > 0 && (
        <>
          <dt>{t('transfer.money.why')}</dt>
          <dd>{seen.map(([name, value]) => `${name}: ${String(value)}`).join('; ')}</dd>
        </>
      )}
    </dl>
  );
}
