import { useNavigate } from '@tanstack/react-router';
import { Button, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { bodyOf, client } from '../../api/client.ts';
import type { Schemas } from '../../api/types.ts';
import { problemName, toProblem } from '../../api/problem.ts';
import { useSending } from '../../api/use-sending.ts';
import { Page } from '../../components/page.tsx';
import { useDraft } from '../../forms/use-draft.tsx';
import { useRefusal } from '../../forms/use-refusal.tsx';
import { AcceptFields } from './accept-fields.tsx';
import { toNewTransfer, type AcceptValues } from './accept-values.ts';
import { RefusalPaper } from './refusal-paper.tsx';
import { RefuseInWriting } from './refuse-in-writing.tsx';
import { Slip } from './slip.tsx';
import './accept.css';

/** The counter: one form, then the slip that the person takes home. */
export function AcceptPage() {
  const { t } = useTranslation();
  const [form] = Form.useForm<AcceptValues>();
  const draft = useDraft(form, { name: 'accept', subject: 'office' });
  const refusal = useRefusal(form);
  const recorded = (): void => {
    draft.done();
    form.resetFields();
  };
  const accept = useSending({
    mutationFn: async (values: AcceptValues) =>
      bodyOf(
        await client.POST('/transfers', {
          params: { header: { 'Idempotency-Key': draft.key } },
          body: toNewTransfer(values),
        }),
      ),
    onMutate: refusal.clear,
    onError: (error) => {
      draft.refused(error);
      refusal.show(error);
    },
    onSuccess: recorded,
  });
  const [refused, setRefused] = useState<Schemas['WrittenRefusal']>();
  const [count, setCount] = useState(0);
  const again = (): void => {
    setRefused(undefined);
    refusal.clear();
    accept.reset();
    setCount(count + 1);
  };
  return (
    <Page title={t('accept.title')}>
      {refused && <RefusalPaper refusal={refused} onAgain={again} />}
      {accept.data && !refused && <Slip accepted={accept.data} onAgain={again} />}
      {!accept.data && !refused && (
        <div className="stack accept">
          {draft.notice}
          {refusal.notice}
          <OpenDuplicate error={refusal.error} />
          <Form<AcceptValues>
            form={form}
            layout="vertical"
            requiredMark={false}
            initialValues={{ scheme: 'enterprise', approvedMove: false, migrantWorker: false }}
            onFinish={accept.mutate}
            // The form sees the defects of some fields only; the office names all of them at once.
            onFinishFailed={({ values }) => accept.mutate(values)}
            onValuesChange={(part) => {
              draft.keep();
              refusal.changed(part);
            }}
          >
            <AcceptFields focused={count > 0} />
            <Button type="primary" size="large" htmlType="submit" loading={accept.isPending}>
              {t('accept.button')}
            </Button>
          </Form>
          <RefuseInWriting
            error={refusal.error}
            application={accept.variables && toNewTransfer(accept.variables)}
            idempotencyKey={draft.key}
            onRefused={(paper) => {
              recorded();
              setRefused(paper);
            }}
          />
        </div>
      )}
    </Page>
  );
}

/** A second application leads to the open one instead of into a wall. */
function OpenDuplicate({ error }: { readonly error: unknown }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const problem = toProblem(error);
  const { transferId, caseNo } = problem;
  if (problemName(problem) !== 'duplicate-transfer' || transferId === undefined) return null;
  return (
    <p>
      <Button onClick={() => void navigate({ to: '/transfers/$id', params: { id: transferId } })}>
        {t('accept.openDuplicate', { caseNo })}
      </Button>
    </p>
  );
}
