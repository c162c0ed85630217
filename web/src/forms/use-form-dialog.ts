import { Form, type FormInstance } from 'antd';
import { useSending } from '../api/use-sending.ts';
import { useDraft, type KeptForm } from './use-draft.tsx';
import { useRefusal } from './use-refusal.tsx';

/** What `FormDialog` shows. */
export interface DialogForm<Values extends object> {
  readonly form: FormInstance<Values>;
  readonly draft: KeptForm;
  readonly refusal: ReturnType<typeof useRefusal<Values>>;
  readonly sending: { readonly isPending: boolean; readonly mutate: (values: Values) => void };
}

interface Asked<Values, Data> {
  /** By which its draft is kept, with what it is about. */
  readonly name: string;
  readonly subject: string;
  /** `key`: the Idempotency-Key of what was typed. */
  readonly send: (values: Values, key: string) => Promise<Data>;
  /** It is recorded, and nothing of it is kept as a draft any more. */
  readonly onSent: (data: Data, values: Values) => unknown;
  /** A refusal as this form can show it. */
  readonly seen?: (error: unknown, values: Values) => unknown;
}

/** A form in a window: kept while it is typed, sent once at a time, every defect at its field. */
export function useFormDialog<Values extends object, Data>(asked: Asked<Values, Data>): DialogForm<Values> {
  const { name, subject, send, onSent, seen = (error: unknown) => error } = asked;
  const [form] = Form.useForm<Values>();
  const draft = useDraft(form, { name, subject });
  const refusal = useRefusal(form);
  const sending = useSending<Data, Values>({
    mutationFn: (values) => send(values, draft.key),
    onMutate: refusal.clear,
    onError: (error, values) => {
      draft.refused(error);
      refusal.show(seen(error, values));
    },
    onSuccess: (data, values) => {
      draft.done();
      return onSent(data, values);
    },
  });
  return { form, draft, refusal, sending };
}
