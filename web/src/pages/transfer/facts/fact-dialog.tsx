import { useQueryClient } from '@tanstack/react-query';
import { Button, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useProcedures, useReasons } from '../../../api/queries.ts';
import { recordFact, type Recorded } from '../../../api/record-fact.ts';
import type { NewFactKind, Progress, Schemas, TransferDetail } from '../../../api/types.ts';
import { useSending } from '../../../api/use-sending.ts';
import { AskAgain } from '../../../components/ask-again.tsx';
import { Dialog } from '../../../components/dialog.tsx';
import { SendByEnter } from '../../../forms/form-dialog.tsx';
import { useDraft } from '../../../forms/use-draft.tsx';
import { ToldContext } from '../../../forms/told.ts';
import { useRefusal } from '../../../forms/use-refusal.tsx';
import { atSheetRows } from '../../../info-form/at-sheet-rows.ts';
import { showAnswer } from '../show-answer.ts';
import { invalidateTransfer } from '../invalidate-transfer.ts';
import { stillAllowed } from './after-fact.ts';
import { CommonFields } from './common-fields.tsx';
import { closesTransfer } from './fact-rules.ts';
import { FactFields } from './fact-fields.tsx';
import { toFact, type FactValues } from './fact-values.ts';
import { openDefectsOf } from './open-defects.ts';
import { openStepOf } from '../procedure-line.ts';
import { standingOf } from './standing.ts';
import { WhoWasFirst } from './who-was-first.tsx';

export interface FactDialogProps {
  readonly kind: NewFactKind;
  readonly transfer: TransferDetail;
  readonly progress: Progress;
  readonly initial?: FactValues;
  readonly onClose: () => void;
  readonly onRecorded?: (fact: Recorded) => void;
}

/** Whoever confirms it must read why. */
const wantsNote = (kind: NewFactKind, transfer: TransferDetail): boolean =>
  kind === 'corrected' || (kind === 'booked' && openDefectsOf(transfer).length > 0);

/** The form of one fact. Sent twice, it is recorded once; refused, it names every defect at its field. */
export function FactDialog({ kind, transfer, progress, initial, onClose, onRecorded }: FactDialogProps) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const [form] = Form.useForm<FactValues>();
  // Meant is the step that was open when somebody began to type, whichever is open when it is sent.
  const [openAtFirst] = useState(() => openStepOf(progress.steps)?.ordinal);
  const meant = (): number | undefined => (form.getFieldValue('ordinal') as number | undefined) ?? openAtFirst;
  const about = initial?.taskId === undefined ? transfer.id : `${transfer.id}/${initial.taskId}`;
  const draft = useDraft(form, { name: `fact/${kind}`, subject: about, also: () => ({ ordinal: meant() }) });
  const standing = standingOf(useProcedures(), progress);
  const reasons = useReasons();
  const refusal = useRefusal(form);
  const [asked, setAsked] = useState<FactValues>();
  const showFact = (fact: Schemas['RecordedFact'], taskId: string | undefined): void =>
    showAnswer(queryClient, transfer.id, ({ allowedFacts, openStep, tasks }) => ({
      openStep: fact.closedStep ? fact.openStep : openStep,
      allowedFacts: stillAllowed(allowedFacts, fact, standing.procedure),
      // Telling a person closes the duty to.
      tasks: tasks.map((task) => (task.id === taskId ? { ...task, closedAt: fact.event.recordedAt } : task)),
    }));
  const record = useSending({
    mutationFn: (values: FactValues) =>
      recordFact({
        transferId: transfer.id,
        fact: toFact(kind, { ...values, ...(kind === 'decided' && { ordinal: meant() }) }, standing.open),
        key: draft.key,
      }),
    onMutate: refusal.clear,
    onError: (error, { form: typed, correctedForm }) => {
      setAsked(undefined);
      draft.refused(error);
      refusal.show(atSheetRows(error, { form: typed?.years, correctedForm: correctedForm?.years }));
    },
    onSuccess: async (fact, { taskId }) => {
      if ('event' in fact) showFact(fact, taskId);
      draft.done();
      onRecorded?.(fact);
      onClose();
      await invalidateTransfer(queryClient, transfer.id);
    },
  });
  const submit = (): void => form.submit();
  const close = (): void => {
    draft.close();
    onClose();
  };
  const finish = (values: FactValues): void => {
    const reason = reasons.find(({ code }) => code === values.reasonCode);
    if (closesTransfer(kind, reason)) setAsked(values);
    else record.mutate(values);
  };
  return (
    <Dialog
      title={t(`facts.action.${kind}`)}
      width={kind === 'corrected' ? 1040 : 520}
      onClose={close}
      onSubmit={submit}
      footer={
        asked ? (
          <AskAgain
            question={t('facts.ends')}
            yes={t(`facts.action.${kind}`)}
            busy={record.isPending}
            onYes={() => record.mutate(asked)}
            onNo={() => setAsked(undefined)}
          />
        ) : (
          <>
            <Button type="primary" loading={record.isPending} onClick={submit}>
              {t('facts.submit')}
            </Button>
            <Button onClick={close}>{t('common.notNow')}</Button>
          </>
        )
      }
    >
      <div className="stack tight">
        <p className="soft">{t(`facts.explain.${kind}`)}</p>
        {draft.notice}
        {refusal.notice}
        <WhoWasFirst transferId={transfer.id} error={refusal.error} />
        <Form<FactValues>
          form={form}
          layout="vertical"
          requiredMark={false}
          initialValues={{ ...initial }}
          onFinish={finish}
          onValuesChange={(part) => {
            setAsked(undefined);
            draft.keep();
            refusal.changed(part);
          }}
          onFinishFailed={refusal.failed}
        >
          <ToldContext value={refusal.told}>
            <FactFields kind={kind} transfer={transfer} standing={standing} />
          </ToldContext>
          <CommonFields noteRequired={wantsNote(kind, transfer)} />
          <SendByEnter />
        </Form>
      </div>
    </Dialog>
  );
}
