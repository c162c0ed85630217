import { useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { bodyOf, client } from '../../api/client.ts';
import { useMay } from '../../api/queries.ts';
import type { Schemas } from '../../api/types.ts';
import { CaseNo } from '../../components/case-no.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { Empty, Panel } from '../../components/panel.tsx';
import { Day, Yuan } from '../../components/time.tsx';
import { ReverseDialog, type Reversing } from './reverse-dialog.tsx';

interface Part {
  readonly credit: Schemas['Credit'];
  readonly part: Schemas['CreditPart'];
}

/** The money that the debit may have taken, part by part; a person says which. */
export function DebitCredits({ debit }: { readonly debit: Schemas['Debit'] }) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState('');
  const [reversing, setReversing] = useState<Reversing>();
  const query = useQuery({
    queryKey: ['creditsOfDebit', debit.id, asked],
    queryFn: async () => {
      const found = asked === '' ? { entryId: debit.id } : { serial: asked };
      return bodyOf(await client.GET('/credits', { params: { query: { ...found, limit: 50 } } })).items;
    },
  });
  return (
    <Panel title={t('debit.credits')}>
      <div className="stack tight">
        <Loaded query={query}>
          {(credits) => {
            const rows = credits.flatMap((credit) => credit.parts.map((part) => ({ credit, part })));
            if (rows.length === 0) return <Empty>{t(asked === '' ? 'debit.noCredits' : 'debit.notFound')}</Empty>;
            return <PartTable rows={rows} debit={debit} onReverse={setReversing} />;
          }}
        </Loaded>
        <FindCredit onFind={setAsked} />
      </div>
      {reversing && <ReverseDialog debit={debit} reversing={reversing} onClose={() => setReversing(undefined)} />}
    </Panel>
  );
}

/** By the reference that the bank gave it, which names nobody. */
function FindCredit({ onFind }: { readonly onFind: (serial: string) => void }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onFind(typed.trim());
  };
  return (
    <form className="row no-print" onSubmit={submit}>
      <label className="row">
        <span>{t('debit.find')}</span>
        <Input
          value={typed}
          maxLength={40}
          autoComplete="off"
          style={{ width: 220 }}
          onChange={({ target }) => setTyped(target.value)}
        />
      </label>
      <Button htmlType="submit">{t('debit.findButton')}</Button>
    </form>
  );
}

const MAY_BE_TAKEN: readonly string[] = ['suspense', 'proposed', 'matched'];

interface PartTableProps {
  readonly rows: readonly Part[];
  readonly debit: Schemas['Debit'];
  readonly onReverse: (reversing: Reversing) => void;
}

function PartTable({ rows, debit, onReverse }: PartTableProps) {
  const { t } = useTranslation();
  const may = useMay();
  const wasTaken = ({ credit, part }: Part): boolean =>
    part.state === 'reversed' && debit.takenBack.some(({ creditId }) => creditId === credit.id);
  const acts = (row: Part) => {
    if (!may('decideCredit')) return null;
    if (MAY_BE_TAKEN.includes(row.part.state))
      return <Button onClick={() => onReverse({ ...row, decision: 'reverse' })}>{t('debit.take')}</Button>;
    if (!wasTaken(row)) return null;
    return <Button onClick={() => onReverse({ ...row, decision: 'reject' })}>{t('debit.wrong')}</Button>;
  };
  return (
    <DataTable
      caption={t('debit.credits')}
      rows={rows}
      rowKey={({ part }) => part.id}
      columns={[
        { key: 'serial', title: t('approvals.fields.serial'), render: ({ credit }) => credit.serial },
        { key: 'on', title: t('numbers.bookedOn'), render: ({ credit }) => <Day on={credit.bookedOn} /> },
        { key: 'payer', title: t('numbers.payer'), render: ({ credit }) => credit.payerName },
        { key: 'caseNo', title: t('common.columns.caseNo'), render: ({ part }) => <CaseNo {...part} /> },
        { key: 'state', title: t('common.columns.state'), render: ({ part }) => t(`partStates.${part.state}`) },
        { key: 'act', title: t('waitingMoney.decide'), render: acts },
        {
          key: 'fen',
          title: t('common.columns.amount'),
          right: true,
          render: ({ part }) => <Yuan fen={part.amountFen} />,
        },
      ]}
    />
  );
}
