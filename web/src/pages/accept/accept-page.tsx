import { Button, Form } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/types.ts';
import { Page } from '../../components/page.tsx';
import { useDraft } from '../../forms/use-draft.tsx';
import { useRefusal } from '../../forms/use-refusal.tsx';
import { AcceptFields } from './accept-fields.tsx';
import { toNewTransfer, type AcceptValues } from './accept-values.ts';
import { CardReader } from './card-reader.tsx';
import { CheckAnswers } from './check-answers.tsx';
import { Duplicate } from './duplicate.tsx';
import { RefusalPaper } from './refusal-paper.tsx';
import { RefuseInWriting } from './refuse-in-writing.tsx';
import { Slip } from './slip.tsx';
import { useAccepting } from './use-accepting.ts';
import './accept.css';

/** The counter: one form, what was answered once more before it counts, then the slip that the person takes home. */
export function AcceptPage() {
  const { t } = useTranslation();
  const [form] = Form.useForm<AcceptValues>();
  const draft = useDraft(form, { name: 'accept', subject: 'office' });
  const refusal = useRefusal(form);
  const recorded = (): void => {
    draft.done();
    form.resetFields();
  };
  const { checked, look, accept, cut, changed, forget } = useAccepting({ draft, refusal, onRecorded: recorded });
  const [refused, setRefused] = useState<Schemas['WrittenRefusal']>();
  const [count, setCount] = useState(0);
  const isChecking = checked !== undefined;
  const submit = useRef<HTMLButtonElement>(null);
  const wasChecking = useRef(false);
  useEffect(() => {
    // Back in the form the keyboard goes on from where it left it.
    if (wasChecking.current && !isChecking) submit.current?.focus();
    wasChecking.current = isChecking;
  }, [isChecking]);
  const typed = (part: object): void => {
    changed();
    draft.keep();
    refusal.changed(part);
  };
  const again = (): void => {
    setRefused(undefined);
    refusal.clear();
    accept.reset();
    look.reset();
    setCount(count + 1);
  };
  const isTyping = !accept.data && !refused;
  return (
    <Page title={t('accept.title')}>
      {refused && <RefusalPaper refusal={refused} onAgain={again} />}
      {accept.data && !refused && <Slip accepted={accept.data} onAgain={again} />}
      {isTyping && checked && (
        <CheckAnswers
          values={checked.values}
          questions={checked.questions}
          error={cut}
          busy={accept.isPending}
          onAccept={() => accept.mutate(checked.values)}
          onBack={() => window.history.back()}
        />
      )}
      {isTyping && (
        // What was typed stays in its fields while it is looked over.
        <div className="stack accept" hidden={isChecking}>
          {draft.notice}
          {refusal.notice}
          <Duplicate error={refusal.error} typed={look.variables} />
          <Form<AcceptValues>
            form={form}
            layout="vertical"
            requiredMark={false}
            initialValues={{ scheme: 'enterprise', approvedMove: false, migrantWorker: false }}
            onFinish={look.mutate}
            // The form sees the defects of some fields only; the office names all of them at once.
            onFinishFailed={({ values }) => look.mutate(values)}
            onValuesChange={typed}
          >
            <AcceptFields focused={count > 0} />
            <Button ref={submit} type="primary" size="large" htmlType="submit" loading={look.isPending}>
              {t('accept.check.button')}
            </Button>
          </Form>
          <CardReader form={form} isOn={!isChecking} onRead={typed} />
          <RefuseInWriting
            error={refusal.error}
            application={look.variables && toNewTransfer(look.variables)}
            idempotencyKey={draft.key}
            onRefused={(paper) => {
              forget();
              recorded();
              setRefused(paper);
            }}
          />
        </div>
      )}
    </Page>
  );
}
