import { useQueryClient } from '@tanstack/react-query';
import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { bodyOf, client } from '../../api/client.ts';
import type { Schemas } from '../../api/types.ts';
import { showDocument } from '../../documents/open-file.ts';
import { FormDialog } from '../../forms/form-dialog.tsx';
import { useFormDialog } from '../../forms/use-form-dialog.ts';
import { ColleagueSelect } from './colleague-select.tsx';

interface HandOverListDialogProps {
  readonly of: Schemas['StaffRef'];
  readonly onClose: () => void;
}

type Input = NonNullable<Schemas['NewHandOverList']['input']>;
interface Values {
  readonly input?: { readonly [Field in keyof Input]?: Input[Field] | undefined };
}

/** Everything that a colleague holds, to be signed; who is left open is written in by hand. */
export function HandOverListDialog({ of, onClose }: HandOverListDialogProps) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const optional = (label: string): string => `${label} (${t('common.optional')})`;
  const dialog = useFormDialog({
    name: 'handOverList',
    subject: of.id,
    send: async ({ input: { toStaffId, watchedById } = {} }: Values) => {
      const input: Input = {
        ...(toStaffId !== undefined && { toStaffId }),
        ...(watchedById !== undefined && { watchedById }),
      };
      return bodyOf(await client.POST('/staff/{id}/documents', { params: { path: { id: of.id } }, body: { input } }));
    },
    onSent: async ({ id }) => {
      onClose();
      showDocument(id);
      await queryClient.invalidateQueries();
    },
  });
  return (
    <FormDialog
      title={`${t('documents.kinds.handOverList')} · ${of.displayName}`}
      okText={t('common.print')}
      dialog={dialog}
      onClose={onClose}
    >
      <Form.Item name={['input', 'toStaffId']} label={optional(t('documents.handOverTo'))}>
        <ColleagueSelect besides={of.id} />
      </Form.Item>
      <Form.Item name={['input', 'watchedById']} label={optional(t('documents.watchedBy'))}>
        <ColleagueSelect besides={of.id} />
      </Form.Item>
    </FormDialog>
  );
}
