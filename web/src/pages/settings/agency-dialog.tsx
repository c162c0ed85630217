import { useQueryClient } from '@tanstack/react-query';
import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { bodyOf, client } from '../../api/client.ts';
import type { Schemas } from '../../api/types.ts';
import { FormDialog } from '../../forms/form-dialog.tsx';
import { useFormDialog } from '../../forms/use-form-dialog.ts';

interface AgencyDialogProps {
  readonly agency: Schemas['Counterpart'];
  readonly onClose: () => void;
  readonly onSent: () => void;
}

/** Fields are called as in the contract, so that a refusal finds them. */
interface Values {
  readonly address: string;
  readonly postcode: string;
  readonly telephone: string;
}

export function AgencyDialog({ agency, onClose, onSent }: AgencyDialogProps) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const { areaCode, name, address, postcode, telephone } = agency;
  const dialog = useFormDialog({
    name: 'agency',
    subject: areaCode,
    send: async (values: Values) =>
      bodyOf(await client.PATCH('/counterparts/{areaCode}', { params: { path: { areaCode } }, body: values })),
    onSent: async () => {
      onClose();
      onSent();
      await queryClient.invalidateQueries();
    },
  });
  return (
    <FormDialog
      title={`${name} ${areaCode}`}
      okText={t('settings.save')}
      dialog={dialog}
      initialValues={{ address, postcode, telephone }}
      onClose={onClose}
    >
      <Form.Item name="address" label={t('agencies.address')} extra={t('agencies.addressHint')}>
        <Input autoComplete="off" maxLength={200} autoFocus />
      </Form.Item>
      <Form.Item name="postcode" label={t('agencies.postcode')}>
        <Input className="number" inputMode="numeric" maxLength={6} autoComplete="off" />
      </Form.Item>
      <Form.Item name="telephone" label={t('agencies.telephone')}>
        <Input className="number" autoComplete="off" maxLength={40} />
      </Form.Item>
    </FormDialog>
  );
}
