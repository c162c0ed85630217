import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { bodyOf, client } from '../../api/client.ts';
import type { Schemas } from '../../api/types.ts';
import { useRefusal } from '../../forms/use-refusal.tsx';
import { ChangeList } from './change-list.tsx';

type Approval = Schemas['Approval'];

interface DecisionDialogProps {
  readonly approval: Approval;
  readonly onClose: () => void;
  readonly onConfirmed: (told: Schemas['Confirmed']['toldOnce']) => void;
}

interface Values {
  readonly note: string;
}

/** The second person reads what would be done, and says yes or why not; who proposed it may take it back. */
export function DecisionDialog({ approval, onClose, onConfirmed }: DecisionDialogProps) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const [form] = Form.useForm<Values>();
  const refusal = useRefusal(form);
  const params = { path: { id: approval.id } };
  // Whatever came of it: what waits, and everything that it moved, is read again.
  const settled = () => queryClient.invalidateQueries();
  const confirm = useMutation({
    mutationFn: async () => bodyOf(await client.POST('/approvals/{id}/confirmation', { params })),
    onMutate: refusal.clear,
    onError: refusal.show,
    onSuccess: ({ toldOnce }) => onConfirmed(toldOnce),
    onSettled: settled,
  });
  const refuse = useMutation({
    mutationFn: async (body: Values) => bodyOf(await client.POST('/approvals/{id}/refusal', { params, body })),
    onMutate: refusal.clear,
    onError: refusal.show,
    onSuccess: onClose,
    onSettled: settled,
  });
  const { mayConfirm } = approval;
  return (
    <Modal
      open
      title={t(`approvals.kinds.${approval.kind}`)}
      onCancel={onClose}
      footer={
        <>
          <Button loading={refuse.isPending} onClick={() => form.submit()}>
            {t(mayConfirm ? 'approvals.refuse' : 'approvals.withdraw')}
          </Button>
          {mayConfirm && (
            <Button type="primary" loading={confirm.isPending} onClick={() => confirm.mutate()}>
              {t('approvals.confirm')}
            </Button>
          )}
        </>
      }
    >
      <div className="stack tight">
        {mayConfirm && <p className="soft">{t('approvals.explain')}</p>}
        {refusal.notice}
        <ChangeList changes={approval.changes} />
        {approval.note !== null && (
          <p>
            <span className="soft">{t('approvals.why')}</span> {approval.note}
          </p>
        )}
        <Form
          form={form}
          layout="vertical"
          requiredMark={false}
          onFinish={refuse.mutate}
          onValuesChange={refusal.changed}
        >
          <Form.Item
            name="note"
            label={`${t('approvals.note')} (${t(mayConfirm ? 'approvals.refuse' : 'approvals.withdraw')})`}
            rules={[{ required: true, whitespace: true, message: t('common.required') }]}
          >
            <Input.TextArea rows={2} maxLength={2000} />
          </Form.Item>
        </Form>
      </div>
    </Modal>
  );
}
