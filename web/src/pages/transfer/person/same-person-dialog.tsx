import { useQueryClient } from '@tanstack/react-query';
import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { bodyOf, client } from '../../../api/client.ts';
import { useSending } from '../../../api/use-sending.ts';
import { FormDialog } from '../../../forms/form-dialog.tsx';
import { useDraft } from '../../../forms/use-draft.tsx';
import { useRefusal } from '../../../forms/use-refusal.tsx';

interface SamePersonDialogProps {
  readonly transferId: string;
  readonly onClose: () => void;
  readonly onProposed: () => void;
}

interface Values {
  readonly caseNo: string;
  readonly note?: string;
}

/** Another case is of this same person: known by its number, joined when a colleague confirms it. */
export function SamePersonDialog({ transferId, onClose, onProposed }: SamePersonDialogProps) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const [form] = Form.useForm<Values>();
  const draft = useDraft(form, { name: 'person/samePerson', subject: transferId });
  const refusal = useRefusal(form);
  const propose = useSending({
    mutationFn: async ({ caseNo, note }: Values) => {
      const { items } = bodyOf(await client.POST('/transfers/search', { body: { caseNo } }));
      const [other] = items;
      if (!other) {
        form.setFields([{ name: 'caseNo', errors: [t('transfer.person.noSuchCase')] }]);
        return undefined;
      }
      return bodyOf(
        await client.POST('/transfers/{id}/same-person', {
          params: { path: { id: transferId } },
          body: { transferId: other.id, ...(note?.trim() && { note }) },
        }),
      );
    },
    onMutate: refusal.clear,
    onError: refusal.show,
    onSuccess: async (proposed) => {
      if (!proposed) return;
      draft.done();
      onProposed();
      await queryClient.invalidateQueries();
    },
  });
  return (
    <FormDialog
      title={t('transfer.person.samePerson')}
      okText={t('transfer.person.propose')}
      dialog={{ form, refusal, draft, sending: propose }}
      onClose={onClose}
    >
      <Form.Item
        name="caseNo"
        label={t('transfer.person.otherCase')}
        rules={[{ required: true, whitespace: true, message: t('common.required') }]}
      >
        <Input autoComplete="off" maxLength={40} className="number" />
      </Form.Item>
      <Form.Item name="note" label={t('approvals.note')}>
        <Input.TextArea rows={2} maxLength={2000} />
      </Form.Item>
    </FormDialog>
  );
}
