import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { useMay } from '../../api/queries.ts';
import { Dialog } from '../dialog.tsx';
import { Loaded } from '../loaded.tsx';
import { CreditFacts, titleOf } from './credit-facts.tsx';
import { DecisionDialog } from './decision-dialog.tsx';
import type { Waiting } from './decision-values.ts';

interface DecidingProps {
  /** Which part: itself, or what is proposed for a transfer of a credit. */
  readonly of: { readonly partId: string } | { readonly transferId: string; readonly creditId: string };
  readonly onClose: () => void;
  /** What became of it, in words. */
  readonly onSaid: (text: string) => void;
}

/** Reads one part and lets who may decide about it; the others read why it waits. */
export function Deciding({ of, onClose, onSaid }: DecidingProps) {
  const { t } = useTranslation();
  const may = useMay();
  const filter = 'partId' in of ? { partId: of.partId } : { transferId: of.transferId };
  const query = api.useQuery('get', '/credits/waiting', { params: { query: { ...filter, limit: 50 } } });
  const row = query.data?.items.find(({ credit }) => 'partId' in of || credit.id === of.creditId);
  // What is recorded meanwhile may have emptied it; the form that says so stays.
  const [seen, setSeen] = useState<Waiting>();
  if (row && row !== seen) setSeen(row);
  const shown = row ?? seen;
  if (shown && shown.returning === null && may('decideCredit'))
    return <DecisionDialog row={shown} onClose={onClose} onSaid={onSaid} />;
  return (
    <Dialog
      title={shown ? titleOf(t, shown) : t('waitingMoney.title')}
      onClose={onClose}
      footer={<Button onClick={onClose}>{t('common.close')}</Button>}
    >
      <Loaded query={query}>{() => (shown ? <CreditFacts row={shown} /> : <p>{t('waitingMoney.gone')}</p>)}</Loaded>
    </Dialog>
  );
}
