import { useQueryClient } from '@tanstack/react-query';
import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { bodyOf, client } from '../../../api/client.ts';
import { RefusedError, toProblem } from '../../../api/problem.ts';
import { transferOfCase } from '../../../api/transfer-of-case.ts';
import { FormDialog } from '../../../forms/form-dialog.tsx';
import { useFormDialog } from '../../../forms/use-form-dialog.ts';

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
  const dialog = useFormDialog({
    name: 'person/samePerson',
    subject: transferId,
    send: async ({ caseNo, note }: Values) => {
      const body = { transferId: await otherOf(caseNo.trim()), ...(note?.trim() && { note }) };
      return bodyOf(await client.POST('/transfers/{id}/same-person', { params: { path: { id: transferId } }, body }));
    },
    seen: atItsNumber,
    onSent: async () => {
      onProposed();
      await queryClient.invalidateQueries();
    },
  });
  return (
    <FormDialog
      title={t('transfer.person.samePerson')}
      okText={t('transfer.person.propose')}
      dialog={dialog}
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

/** Of several transfers of one case any: they are of one person. */
const otherOf = (caseNo: string): Promise<string> => transferOfCase(caseNo, ([first]) => first);

/** The other transfer is named by its case here. */
function atItsNumber(error: unknown): unknown {
  const problem = toProblem(error);
  if (!problem.errors) return error;
  const errors = problem.errors.map((defect) =>
    defect.field === 'transferId' ? { ...defect, field: 'caseNo' } : defect,
  );
  return new RefusedError({ ...problem, errors });
}
