import { useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { bodyOf, client } from '../../api/client.ts';
import { useMay, useOfficeDate } from '../../api/queries.ts';
import type { Schemas, TransferDetail } from '../../api/types.ts';
import { useSending } from '../../api/use-sending.ts';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { formatYuan } from '../../../../domain/money/money.ts';
import { bankFile, type Payment } from './bank-file.ts';
import { fenOf } from '../../format/fen.ts';
import { invalidateTransfer } from './invalidate-transfer.ts';

/** In the practice office a visitor plays the bank, over the same import that a real bank's file takes. */
export function PracticeBank({ transfer }: { readonly transfer: TransferDetail }) {
  const { t } = useTranslation();
  const may = useMay();
  const officeDate = useOfficeDate();
  const queryClient = useQueryClient();
  const expected = missingFen(transfer);
  const [typed, setTyped] = useState<string>();
  const amount = typed ?? (expected === undefined ? '' : formatYuan(expected));
  const pay = useSending({
    mutationFn: handIn,
    onSuccess: async () => invalidateTransfer(queryClient, transfer.id),
  });
  if (!may('importFiles')) return <p className="soft small">{t('transfer.practice.notYou')}</p>;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const amountFen = fenOf(amount);
    if (amountFen === undefined || amountFen === 0 || officeDate === undefined) return;
    const serial = `P${String(Date.now())}`;
    pay.mutate({
      serial,
      bookedOn: officeDate,
      amountFen,
      payerName: transfer.counterpart.name,
      caseNo: transfer.caseNo,
    });
  };
  const verdict = pay.data?.verdict;
  return (
    <form className="practice no-print" onSubmit={submit}>
      <strong>{t('transfer.practice.title')}</strong>
      <p className="soft small">{t('transfer.practice.text')}</p>
      <div className="row">
        <label className="row">
          <span>{t('transfer.practice.amount')}</span>
          <Input
            value={amount}
            inputMode="decimal"
            style={{ width: 140 }}
            onChange={(event) => setTyped(event.target.value)}
            aria-invalid={amount !== '' && fenOf(amount) === undefined}
          />
        </label>
        <Button htmlType="submit" loading={pay.isPending}>
          {t('transfer.practice.pay')}
        </Button>
      </div>
      {verdict != null && (
        <p role="status" className="verdict good">
          {t('transfer.practice.paid', { verdict: t(`verdicts.${verdict}`) })}
        </p>
      )}
      {pay.isSuccess && verdict == null && <p role="status">{t('transfer.practice.failed')}</p>}
      {pay.isError && <ProblemNotice error={pay.error} />}
    </form>
  );
}

/** What the form says, less what is already here; undefined when nothing is missing or no form tells. */
function missingFen({ infoForms, money }: TransferDetail): number | undefined {
  const totalFen = infoForms.find(({ state }) => state === 'received')?.totalFen;
  if (totalFen === undefined) return undefined;
  const here = money.filter(({ state }) => state !== 'returned').reduce((sum, { amountFen }) => sum + amountFen, 0);
  return totalFen > here ? totalFen - here : undefined;
}

const LOOKS = 40;

/** Hands the file in and waits for what the bank's line became. */
async function handIn(payment: Payment): Promise<Schemas['ImportLine'] | undefined> {
  const body = new FormData();
  body.set('kind', 'bankStatement');
  body.set('file', new File([bankFile(payment)], `${payment.serial}.csv`, { type: 'text/csv' }));
  const { id } = bodyOf(
    await client.POST('/imports', { body: { kind: 'bankStatement', file: '' }, bodySerializer: () => body }),
  );
  const path = { params: { path: { id } } };
  for (let look = 0; look < LOOKS; look++) {
    const { state } = bodyOf(await client.GET('/imports/{id}', path));
    if (state === 'failed') return undefined;
    if (state === 'done') return bodyOf(await client.GET('/imports/{id}/lines', path)).items[0];
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  return undefined;
}
