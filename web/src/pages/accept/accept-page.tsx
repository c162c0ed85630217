import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { bodyOf, client } from '../../api/client.ts';
import { newIdempotencyKey } from '../../api/idempotency-key.ts';
import { problemName, toProblem } from '../../api/problem.ts';
import { Page } from '../../components/page.tsx';
import { useRefusal } from '../../forms/use-refusal.tsx';
import { AcceptFields } from './accept-fields.tsx';
import { toNewTransfer, type AcceptValues } from './accept-values.ts';
import { Slip } from './slip.tsx';
import './accept.css';

/** The counter: one form, then the slip that the person takes home. */
export function AcceptPage() {
  const { t } = useTranslation();
  const [form] = Form.useForm<AcceptValues>();
  const [key, setKey] = useState(newIdempotencyKey);
  const refusal = useRefusal(form);
  const accept = useMutation({
    mutationFn: async (values: AcceptValues) =>
      bodyOf(
        await client.POST('/transfers', {
          params: { header: { 'Idempotency-Key': key } },
          body: toNewTransfer(values),
        }),
      ),
    onMutate: refusal.clear,
    onError: refusal.show,
  });
  const again = (): void => {
    accept.reset();
    setKey(newIdempotencyKey());
  };
  return (
    <Page title={t('accept.title')}>
      {accept.data ? (
        <Slip accepted={accept.data} onAgain={again} />
      ) : (
        <div className="stack accept">
          {refusal.notice}
          <OpenDuplicate error={refusal.error} />
          <Form<AcceptValues>
            form={form}
            layout="vertical"
            requiredMark={false}
            initialValues={{ scheme: 'enterprise', localHukou: true, approvedMove: false }}
            onFinish={accept.mutate}
            // The form sees the defects of some fields only; the office names all of them at once.
            onFinishFailed={({ values }) => accept.mutate(values)}
            onValuesChange={refusal.changed}
            scrollToFirstError={{ focus: true }}
          >
            <AcceptFields />
            <Button type="primary" size="large" htmlType="submit" loading={accept.isPending}>
              {t('accept.button')}
            </Button>
          </Form>
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
