import { Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/types.ts';

interface SignInFormProps {
  /** Behind a heading that opens it: in the practice office the desks come first. */
  readonly folded: boolean;
  readonly busy: boolean;
  readonly onSubmit: (credentials: Schemas['Credentials']) => void;
}

export function SignInForm({ folded, busy, onSubmit }: SignInFormProps) {
  const { t } = useTranslation();
  const required = [{ required: true, message: t('common.required') }];
  const form = (
    <Form<Schemas['Credentials']> layout="vertical" requiredMark={false} onFinish={onSubmit} className="credentials">
      <Form.Item name="username" label={t('signIn.username')} rules={required}>
        <Input autoComplete="username" autoCapitalize="none" spellCheck={false} maxLength={60} />
      </Form.Item>
      <Form.Item name="password" label={t('signIn.password')} rules={required}>
        <Input.Password autoComplete="current-password" maxLength={200} />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={busy}>
        {t('signIn.button')}
      </Button>
    </Form>
  );
  if (!folded) return form;
  return (
    <details>
      <summary>{t('signIn.ordinary')}</summary>
      {form}
    </details>
  );
}
