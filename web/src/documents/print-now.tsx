import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/types.ts';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { usePrinting } from './use-printing.ts';
import { WhyNot } from './why-not.tsx';

// They come when somebody opens one: who only reads the transfer waits for no window.
const MaterialsDialog = lazy(async () => ({ default: (await import('./materials-dialog.tsx')).MaterialsDialog }));
const CertificateDialog = lazy(async () => ({ default: (await import('./certificate-dialog.tsx')).CertificateDialog }));

type Kind = Schemas['DocumentKind'];

interface PrintNowProps {
  readonly transferId: string;
  readonly ready: NonNullable<Schemas['Documents']['ready']>;
}

/** Exactly what the office can print now; what it asks for first is asked in a window. */
export function PrintNow({ transferId, ready }: PrintNowProps) {
  const { t } = useTranslation();
  const printing = usePrinting(transferId);
  const [asking, setAsking] = useState<AskedKind>();
  const close = (): void => setAsking(undefined);
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
        {asking === 'certificate' && <CertificateDialog transferId={transferId} onClose={close} />}
        {asking && asking !== 'certificate' && (
          <MaterialsDialog transferId={transferId} kind={asking} onClose={close} />
        )}
      </Suspense>
    </>
  );
}

/** Kinds of which somebody says a part in a window. */
const ASKED = ['missingMaterials', 'promise', 'certificate'] as const satisfies readonly Kind[];
type AskedKind = (typeof ASKED)[number];
const isAsked = (kind: Kind): kind is AskedKind => (ASKED as readonly Kind[]).includes(kind);
