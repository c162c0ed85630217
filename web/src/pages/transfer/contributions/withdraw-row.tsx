import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { bodyOf, client } from '../../../api/client.ts';
import { useSending } from '../../../api/use-sending.ts';
import { AskAgain } from '../../../components/ask-again.tsx';
import { ProblemNotice } from '../../../components/problem-notice.tsx';

interface WithdrawRowProps {
  readonly transferId: string;
  readonly rowId: string;
}

/** Of what somebody has typed; it stays kept, and counts no more. */
export function WithdrawRow({ transferId, rowId }: WithdrawRowProps) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const [asked, setAsked] = useState(false);
  const withdraw = useSending({
    mutationFn: async () =>
      bodyOf(
        await client.POST('/transfers/{id}/contributions/{rowId}/withdrawal', {
          params: { path: { id: transferId, rowId } },
        }),
      ),
    onSuccess: () => queryClient.invalidateQueries(),
  });
  if (!asked)
    return (
      <Button size="small" type="text" onClick={() => setAsked(true)}>
        {t('core.enter.withdraw')}
      </Button>
    );
  return (
    <>
      <AskAgain
        question={t('core.enter.withdrawAsk')}
        yes={t('core.enter.withdraw')}
        busy={withdraw.isPending}
        onYes={() => withdraw.mutate()}
        onNo={() => setAsked(false)}
      />
      {withdraw.error && <ProblemNotice error={withdraw.error} />}
    </>
  );
}
