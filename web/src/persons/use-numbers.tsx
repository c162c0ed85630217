import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../api/queries.ts';
import type { Schemas } from '../api/types.ts';
import { useBegun } from '../forms/use-begun.ts';
import { REVEAL, RevealDialog } from './reveal-dialog.tsx';

type InFull = Schemas['PersonInFull'];

export interface Numbers {
  /** Undefined while they are masked. */
  readonly inFull: InFull | undefined;
  /** The way to see them, and why they are seen. */
  readonly notice: ReactNode;
}

/** Numbers of a person: whole when the office shows them by itself; else masked, until somebody says why. Shown for a reason they go with the page. */
export function useNumbers(transferId: string, own: InFull | null): Numbers {
  const { t } = useTranslation();
  const may = useMay();
  const begun = useBegun();
  const [revealed, setRevealed] = useState<InFull>();
  const [asking, setAsking] = useState(() => begun.isOpen(REVEAL, transferId));
  if (own) return { inFull: own, notice: <p className="soft small">{t('reveal.own')}</p> };
  if (revealed) {
    return {
      inFull: revealed,
      notice: (
        <p role="status" className="soft small">
          {t('reveal.shown')}
        </p>
      ),
    };
  }
  if (!may('revealPerson')) return { inFull: undefined, notice: null };
  const notice = (
    <>
      <div>
        <Button size="small" onClick={() => setAsking(true)}>
          {t('reveal.button')}
        </Button>
      </div>
      {asking && <RevealDialog transferId={transferId} onClose={() => setAsking(false)} onShown={setRevealed} />}
    </>
  );
  return { inFull: undefined, notice };
}
