import { useQueryClient } from '@tanstack/react-query';
import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { bodyOf, client } from '../../api/client.ts';
import { FormDialog } from '../../forms/form-dialog.tsx';
import { useFormDialog } from '../../forms/use-form-dialog.ts';
import type { Schemas } from '../../api/types.ts';

type Difference = Schemas['CoreDifferences']['items'][number];

interface SettlingProps {
  readonly difference: Difference;
  readonly onClose: () => void;
}

interface Values {
  readonly note: string;
}

/** With a word on what was found out; one that is still there tomorrow is told again. */
export function Settling({ difference, onClose }: SettlingProps) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const dialog = useFormDialog({
    name: 'coreDifference',
    subject: difference.id,
    send: async (body: Values) => {
      const params = { path: { id: difference.id } };
      return bodyOf(await client.POST('/core/differences/{id}/settlement', { params, body }));
    },
    onSent: async () => {
      onClose();
      await queryClient.invalidateQueries();
    },
  });
  return (
    <FormDialog title={t(`core.kinds.${difference.kind}`)} okText={t('core.settle')} dialog={dialog} onClose={onClose}>
      <Form.Item name="note" label={t('core.note')} rules={[{ required: true, message: t('common.required') }]}>
        <Input.TextArea rows={3} maxLength={500} />
      </Form.Item>
    </FormDialog>
  );
}
