import { Form } from 'antd';
import type { KeyboardEvent, ReactNode } from 'react';
import type { DialogForm } from './use-form-dialog.ts';

interface KeptFormProps<Values extends object> {
  readonly of: DialogForm<Values>;
  readonly initialValues?: Partial<Values> | undefined;
  /** What the form itself misses, where its fields are named otherwise than they are shown. */
  readonly failed?: DialogForm<Values>['refusal']['failed'];
  readonly onKeyDown?: (event: KeyboardEvent<HTMLFormElement>) => void;
  readonly children: ReactNode;
}

/** Fields that are kept while they are typed, under what is said of the draft and of what was refused. */
export function KeptForm<Values extends object>(props: KeptFormProps<Values>) {
  const { form, draft, refusal, sending } = props.of;
  const { initialValues, failed = refusal.failed, onKeyDown, children } = props;
  return (
    <div className="stack tight">
      {draft.notice}
      {refusal.notice}
      <Form<Values>
        form={form}
        layout="vertical"
        requiredMark={false}
        {...(initialValues && { initialValues })}
        onFinish={sending.mutate}
        onFinishFailed={failed}
        onValuesChange={(part) => {
          draft.keep();
          refusal.changed(part);
        }}
        {...(onKeyDown && { onKeyDown })}
      >
        {children}
      </Form>
    </div>
  );
}
