import { useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, bodyOf, client } from '../../api/client.ts';
import type { Schemas } from '../../api/types.ts';
import { useSending } from '../../api/use-sending.ts';
import { AskAgain } from '../../components/ask-again.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { useDraft } from '../../forms/use-draft.tsx';
import { useRefusal } from '../../forms/use-refusal.tsx';
import { ChangeList } from './change-list.tsx';

type Approval = Schemas['Approval'];
/** As the page reads them. */
interface Approvals {
  readonly toConfirm: readonly Approval[];
  readonly proposed: readonly Approval[];
}

interface DecisionDialogProps {
  readonly approval: Approval;
  readonly onClose: () => void;
  readonly onConfirmed: (told: Schemas['Confirmed']['toldOnce']) => void;
}

interface Values {
  readonly note: string;
}

/** The second person reads what would be done, and says yes or why not; who proposed it may take it back. */
export function DecisionDialog({ approval, onClose: close, onConfirmed }: DecisionDialogProps) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const [form] = Form.useForm<Values>();
  const draft = useDraft(form, { name: 'decision', subject: approval.id });
  const refusal = useRefusal(form);
  const [asked, setAsked] = useState<Values>();
  const params = { path: { id: approval.id } };
  // Whatever came of it: what waits, and everything that it moved, is read again.
  const settled = () => queryClient.invalidateQueries();
  const showDecided = (decided: Approval): void => {
    const { queryKey } = api.queryOptions('get', '/approvals', {});
    queryClient.setQueryData<Approvals>(queryKey, (shown) => shown && withDecided(shown, decided));
  };
  const confirm = useSending({
    mutationFn: async () => bodyOf(await client.POST('/approvals/{id}/confirmation', { params })),
    onMutate: refusal.clear,
    onError: refusal.show,
    onSuccess: ({ approval: decided, toldOnce }) => {
      showDecided(decided);
      draft.done();
      onConfirmed(toldOnce);
    },
    onSettled: settled,
  });
  const refuse = useSending({
    mutationFn: async (body: Values) => bodyOf(await client.POST('/approvals/{id}/refusal', { params, body })),
    onMutate: refusal.clear,
    onError: refusal.show,
    onSuccess: (decided) => {
      showDecided(decided);
      draft.done();
      close();
    },
    onSettled: async () => {
      setAsked(undefined);
      await settled();
    },
  });
  const { mayConfirm } = approval;
  const submit = (): void => form.submit();
  const onClose = (): void => {
    draft.close();
    close();
  };
  return (
    <Dialog
      title={t(`approvals.kinds.${approval.kind}`)}
      onClose={onClose}
      onSubmit={submit}
      footer={
        asked ? (
          <AskAgain
            question={t(mayConfirm ? 'approvals.askRefuse' : 'approvals.askWithdraw')}
            yes={t(mayConfirm ? 'approvals.refuse' : 'approvals.withdraw')}
            busy={refuse.isPending}
            onYes={() => refuse.mutate(asked)}
            onNo={() => setAsked(undefined)}
          />
        ) : (
          <>
            {mayConfirm && (
              <Button type="primary" loading={confirm.isPending} onClick={() => confirm.mutate()}>
                {t('approvals.confirm')}
              </Button>
            )}
            <Button onClick={onClose}>{t('common.notNow')}</Button>
            <Button type="text" danger onClick={submit}>
              {t(mayConfirm ? 'approvals.refuse' : 'approvals.withdraw')}
            </Button>
          </>
        )
      }
    >
      <div className="stack tight">
        {mayConfirm && <p className="soft">{t('approvals.explain')}</p>}
        {draft.notice}
        {refusal.notice}
        <dl className="pairs">
          {approval.caseNo !== null && (
            <>
              <dt>{t('common.columns.caseNo')}</dt>
              <dd className="number">{approval.caseNo}</dd>
            </>
          )}
          <dt>{t('approvals.by')}</dt>
          <dd>{approval.proposedBy.displayName}</dd>
        </dl>
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
          onFinish={setAsked}
          onFinishFailed={refusal.failed}
          onValuesChange={(part) => {
            draft.keep();
            refusal.changed(part);
          }}
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
    </Dialog>
  );
}

const withDecided = ({ toConfirm, proposed }: Approvals, decided: Approval): Approvals => ({
  toConfirm: toConfirm.filter(({ id }) => id !== decided.id),
  proposed: proposed.map((one) => (one.id === decided.id ? decided : one)),
});
