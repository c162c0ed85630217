import { useQueryClient } from '@tanstack/react-query';
import { Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, bodyOf, client } from '../../api/client.ts';
import type { Schemas } from '../../api/types.ts';
import { FormDialog } from '../../forms/form-dialog.tsx';
import { useFormDialog } from '../../forms/use-form-dialog.ts';
import { OFFICE_SEARCH } from '../../components/office-meant.ts';

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
  readonly validUntil: string;
  readonly successor: string | undefined;
}

/** An empty address stays untouched where none was known: the contract wants one that is. */
const bodyFrom = ({ address, validUntil, successor, ...others }: Values, agency: Schemas['Counterpart']) => ({
  ...others,
  ...(address === agency.address ? {} : { address }),
  validUntil: validUntil === '' ? null : validUntil,
  successor: successor ?? null,
});

export function AgencyDialog({ agency, onClose, onSent }: AgencyDialogProps) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const { areaCode, name, kind, address, postcode, telephone } = agency;
  const others = api.useQuery('get', '/counterparts', {}).data?.items ?? [];
  const successors = others.filter((other) => other.kind === kind && other.areaCode !== areaCode);
  const dialog = useFormDialog({
    name: 'agency',
    subject: areaCode,
    send: async (values: Values) =>
      bodyOf(
        await client.PATCH('/counterparts/{areaCode}', {
          params: { path: { areaCode } },
          body: bodyFrom(values, agency),
        }),
      ),
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
      initialValues={{
        address,
        postcode,
        telephone,
        validUntil: agency.validUntil ?? '',
        successor: agency.successor?.areaCode,
      }}
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
      <Form.Item name="validUntil" label={t('agencies.validUntil')} extra={t('agencies.validUntilHint')}>
        <Input type="date" />
      </Form.Item>
      <Form.Item name="successor" label={t('agencies.successor')}>
        <Select
          allowClear
          showSearch={OFFICE_SEARCH}
          options={successors.map((other) => ({ value: other.areaCode, label: `${other.name} ${other.areaCode}` }))}
        />
      </Form.Item>
    </FormDialog>
  );
}
