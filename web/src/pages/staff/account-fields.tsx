import { Checkbox, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { ROLES } from '../../../../domain/roles.ts';

/** What an account is, whether it is opened or changed. */
export function AccountFields() {
  const { t } = useTranslation();
  const optional = (label: string): string => `${label} (${t('common.optional')})`;
  const roles = ROLES.map((role) => ({ value: role, label: t(`roles.${role}`), title: t(`roleTasks.${role}`) }));
  return (
    <>
      <Form.Item name="displayName" label={t('staff.name')}>
        <Input autoComplete="off" maxLength={60} />
      </Form.Item>
      <Form.Item name="post" label={optional(t('staff.post'))}>
        <Input autoComplete="off" maxLength={60} />
      </Form.Item>
      <Form.Item name="telephone" label={optional(t('staff.telephone'))}>
        <Input autoComplete="off" maxLength={40} />
      </Form.Item>
      <Form.Item name="roles" label={t('staff.roles')}>
        <Checkbox.Group options={roles} role="group" aria-label={t('staff.roles')} />
      </Form.Item>
    </>
  );
}
