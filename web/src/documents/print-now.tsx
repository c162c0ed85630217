import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/types.ts';
import { ProblemNotice } from '../components/problem-notice.tsx';
import type { MaterialsKind } from './materials-dialog.tsx';
import { usePrinting } from './use-printing.ts';
import { WhyNot } from './why-not.tsx';

// Comes when somebody opens it: who only reads the transfer waits for no window.
const MaterialsDialog = lazy(async () => ({ default: (await import('./materials-dialog.tsx')).MaterialsDialog }));

type Kind = Schemas['DocumentKind'];

interface PrintNowProps {
  readonly transferId: string;
  readonly ready: NonNullable<Schemas['Documents']['ready']>;
}

/** Exactly what the office can print now; what it asks for first is asked in a window. */
export function PrintNow({ transferId, ready }: PrintNowProps) {
  const { t } = useTranslation();
  const printing = usePrinting(transferId);
  const [asking, setAsking] = useState<MaterialsKind>();
  return (
    <>
      <div className="row no-print" role="group" aria-label={t('common.print')}>
        {ready.map(({ kind, asks }) =>
          asks.length === 0 ? (
            <Button
              key={kind}
              size="small"
              loading={printing.isPending && printing.variables?.kind === kind}
              onClick={() => printing.mutate({ kind })}
            >
              {t(`documents.kinds.${kind}`)}
            </Button>
          ) : (
            isAsked(kind) && (
              <Button key={kind} size="small" onClick={() => setAsking(kind)}>
                {t(`documents.kinds.${kind}`)}…
              </Button>
            )
          ),
        )}
      </div>
      <WhyNot transferId={transferId} />
      {printing.isError && <ProblemNotice error={printing.error} />}
      <Suspense fallback={null}>
        {asking && <MaterialsDialog transferId={transferId} kind={asking} onClose={() => setAsking(undefined)} />}
      </Suspense>
    </>
  );
}

const isAsked = (kind: Kind): kind is MaterialsKind => kind === 'missingMaterials' || kind === 'promise';
