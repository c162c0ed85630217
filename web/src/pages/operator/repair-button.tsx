import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { REPAIRS } from '../../../../domain/upkeep.ts';
import { AskAgain } from '../../components/ask-again.tsx';
import type { RepairKind, Repairing } from './use-operator.ts';

interface RepairButtonProps {
  readonly kind: RepairKind;
  readonly repairing: Repairing;
}

/** Harmless ones are asked for at once; what keeps Temporal busy says so first. */
export function RepairButton({ kind, repairing: { ask, busy } }: RepairButtonProps) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const name = t(`operator.repairs.names.${kind}`);
  const press = () => {
    setAsking(false);
    ask(kind);
  };
  return (
    <div>
      {asking ? (
        <AskAgain
          question={t('operator.repairs.lookEverywhereAsk')}
          yes={name}
          onYes={press}
          onNo={() => setAsking(false)}
        />
      ) : (
        <Button loading={busy === kind} onClick={() => (REPAIRS[kind].asksAgain ? setAsking(true) : press())}>
          {name}
        </Button>
      )}
    </div>
  );
}
