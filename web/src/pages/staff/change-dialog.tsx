import { useQueryClient } from '@tanstack/react-query';
import { Checkbox, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { client } from '../../api/client.ts';
import { settledOf } from '../../api/settled.ts';
import type { Schemas } from '../../api/types.ts';
import { FormDialog } from '../../forms/form-dialog.tsx';
import { useFormDialog } from '../../forms/use-form-dialog.ts';
import { AccountFields } from './account-fields.tsx';
import type { StaffDialogProps } from './add-dialog.tsx';
import { asDefect } from './as-defect.ts';
import type { Staff } from './use-colleagues.ts';

type Change = Schemas['StaffChange'];
type Values = Required<Omit<Change, 'password'>>;

/** Roles, a reopening and an administrator's end may wait for another one; what else was changed is in force at once. */
export function ChangeDialog({ staff, onClose, onSent }: StaffDialogProps & { readonly staff: Staff }) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const { displayName, post, telephone, roles, active } = staff;
  const dialog = useFormDialog({
    name: 'staffChange',
    subject: staff.id,
    send: async (values: Values) => {
      const body = differing(staff, values);
      const params = { path: { id: staff.id } };
      // The API takes no empty change; there is nothing to be refused either.
      if (Object.keys(body).length === 0) return undefined;
      return settledOf(await client.PATCH('/staff/{id}', { params, body }));
    },
    seen: (error, values) => lastAdministrator(staff, values, error),
    onSent: async (settled, values) => {
      onClose();
      if (!settled) return;
      const more = settled.waits && hasPlain(differing(staff, values));
      onSent({ waits: settled.waits, ...(more && { text: t('staff.plainInForce') }) });
      await queryClient.invalidateQueries();
    },
  });
  return (
    <FormDialog
      title={t('staff.changeOf', { name: displayName })}
      okText={t('staff.save')}
      dialog={dialog}
      initialValues={{ displayName, post, telephone, roles, active }}
      onClose={onClose}
    >
      <AccountFields />
      <Form.Item name="active" valuePropName="checked" extra={t('staff.activeHint')}>
        <Checkbox>{t('staff.active')}</Checkbox>
      </Form.Item>
    </FormDialog>
  );
}

const FIELDS = ['displayName', 'post', 'telephone', 'roles', 'active'] as const;

/** Only what is no longer as it was: another may have changed the rest meanwhile. */
function differing(before: Staff, values: Values): Change {
  const text = (value: Values[keyof Values]): string =>
    Array.isArray(value) ? [...value].sort().join() : String(value);
  const changed = FIELDS.filter((field) => text(values[field]) !== text(before[field]));
  return Object.fromEntries(changed.map((field) => [field, values[field]]));
}

const hasPlain = (change: Change): boolean => FIELDS.slice(0, 3).some((field) => field in change);

function lastAdministrator({ roles }: Staff, values: Values, error: unknown): unknown {
  if (!roles.includes('administrator')) return error;
  if (!values.active) return asDefect(error, 'active', 'lastAdministrator');
  return values.roles.includes('administrator') ? error : asDefect(error, 'roles', 'lastAdministrator');
}
