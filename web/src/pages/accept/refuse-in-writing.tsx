import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { bodyOf, client } from '../../api/client.ts';
import { toProblem } from '../../api/problem.ts';
import type { Schemas } from '../../api/types.ts';
import { useSending } from '../../api/use-sending.ts';
import { AskAgain } from '../../components/ask-again.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { ReasonText } from '../../components/reason-text.tsx';
import { GATE_CODES, type GateCode } from '../../../../domain/persons/gates.ts';

interface RefuseInWritingProps {
  /** Why the office did not take it up. */
  readonly error: unknown;
  readonly application: Schemas['NewTransfer'] | undefined;
  /** Of the application: each reason is refused under a key of its own. */
  readonly idempotencyKey: string;
  readonly onRefused: (refusal: Schemas['WrittenRefusal']) => void;
}

/** Where an answer decides against the request, the person gets it in writing, under a number. */
export function RefuseInWriting({ error, application, idempotencyKey, onRefused }: RefuseInWritingProps) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<GateCode>();
  const refuse = useSending({
    mutationFn: async (asked: { reasonCode: GateCode; application: Schemas['NewTransfer'] }) =>
      bodyOf(
        await client.POST('/refusals', {
          params: { header: { 'Idempotency-Key': `${idempotencyKey}-${asked.reasonCode}` } },
          body: asked,
        }),
      ),
    onSuccess: onRefused,
    onError: () => setAsked(undefined),
  });
  const codes = new Set((toProblem(error).errors ?? []).map(({ code }) => code));
  const given = GATE_CODES.filter((gate) => codes.has(gate));
  if (application === undefined || given.length === 0) return null;
  return (
    <div>
      {asked ? (
        <AskAgain
          question={t('accept.refuse.ask')}
          yes={t('accept.refuse.yes')}
          busy={refuse.isPending}
          onYes={() => refuse.mutate({ reasonCode: asked, application })}
          onNo={() => setAsked(undefined)}
        />
      ) : (
        <div className="stack tight">
          {refuse.error !== null && <ProblemNotice error={refuse.error} />}
          <p>{t('accept.refuse.title')}</p>
          <div className="row">
            {given.map((reasonCode) => (
              <Button key={reasonCode} type="text" danger onClick={() => setAsked(reasonCode)}>
                {t('accept.refuse.button')} <ReasonText code={reasonCode} />
              </Button>
            ))}
          </div>
        </div>
      )}
    </div>
  );
}
