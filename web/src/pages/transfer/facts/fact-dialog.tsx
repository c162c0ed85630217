import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Form, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newIdempotencyKey } from '../../../api/idempotency-key.ts';
import { useProcedures } from '../../../api/queries.ts';
import { recordFact, type Recorded } from '../../../api/record-fact.ts';
import type { NewFactKind, Progress, TransferDetail } from '../../../api/types.ts';
import { useRefusal } from '../../../forms/use-refusal.tsx';
import { invalidateTransfer } from '../invalidate-transfer.ts';
import { CommonFields } from './common-fields.tsx';
import { FactFields } from './fact-fields.tsx';
import { toFact, type FactValues } from './fact-values.ts';
import { openStepOf } from '../procedure-line.ts';
import { standingOf } from './standing.ts';

export interface FactDialogProps {
  readonly kind: NewFactKind;
  readonly transfer: TransferDetail;
  readonly progress: Progress;
  readonly initial?: FactValues;
  readonly onClose: () => void;
  readonly onRecorded?: (fact: Recorded) => void;
}

/** The form of one fact. Sent twice, it is recorded once; refused, it names every defect at its field. */
export function FactDialog({ kind, transfer, progress, initial, onClose, onRecorded }: FactDialogProps) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const [form] = Form.useForm<FactValues>();
  const [key] = useState(newIdempotencyKey);
  // Meant is the step that was open when somebody began to type, whichever is open when it is sent.
  const [ordinal] = useState(() => openStepOf(progress.steps)?.ordinal);
  const standing = standingOf(useProcedures(), progress);
  const refusal = useRefusal(form);
  const record = useMutation({
    mutationFn: (values: FactValues) =>
      recordFact({
        transferId: transfer.id,
        fact: toFact(kind, { ...values, ...(kind === 'decided' && { ordinal }) }, standing.open),
        key,
      }),
    onMutate: refusal.clear,
    onError: refusal.show,
    onSuccess: async (fact) => {
      onRecorded?.(fact);
      onClose();
      await invalidateTransfer(queryClient, transfer.id);
    },
  });
  return (
    <Modal
      open
      title={t(`facts.action.${kind}`)}
      width={kind === 'infoFormReceived' ? 1040 : 520}
      okText={t('facts.submit')}
      confirmLoading={record.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <div className="stack tight">
        <p className="soft">{t(`facts.explain.${kind}`)}</p>
        {refusal.notice}
        <Form<FactValues>
          form={form}
          layout="vertical"
          requiredMark={false}
          initialValues={{ ...initial }}
          onFinish={record.mutate}
          onValuesChange={refusal.changed}
          scrollToFirstError={{ focus: true }}
        >
          <FactFields kind={kind} transfer={transfer} standing={standing} />
          <CommonFields noteRequired={kind === 'corrected'} />
        </Form>
      </div>
    </Modal>
  );
}
