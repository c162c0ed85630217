import { useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { bodyOf, client } from '../../api/client.ts';
import { useMe } from '../../api/queries.ts';
import { meQuery } from '../../api/query-client.ts';
import { useSending } from '../../api/use-sending.ts';
import { Page } from '../../components/page.tsx';
import { Notice } from '../../components/notice.tsx';
import { Panel } from '../../components/panel.tsx';
import { useRefusal } from '../../forms/use-refusal.tsx';

interface Passwords {
  readonly current: string;
  readonly next: string;
}

export function PasswordPage() {
  const { t } = useTranslation();
  const { mustChangePassword } = useMe();
  const queryClient = useQueryClient();
  const [form] = Form.useForm<Passwords>();
  const refusal = useRefusal(form);
  const change = useSending({
    meta: { signingIn: true },
    mutationFn: async (body: Passwords) => bodyOf(await client.PUT('/me/password', { body })),
    onMutate: refusal.clear,
    onError: refusal.show,
    onSuccess: async () => {
      form.resetFields();
      await queryClient.invalidateQueries({ queryKey: meQuery().queryKey });
    },
  });
  return (
    <Page title={t('signIn.changeTitle')}>
      <Panel title={t('layout.account')}>
        <div className="stack tight">
          {mustChangePassword && <Notice kind="warning" title={t('signIn.mustChange')} />}
          {change.isSuccess && <Notice kind="success" role="status" title={t('signIn.changed')} />}
          {refusal.notice}
          <Form
            form={form}
            layout="vertical"
            requiredMark={false}
            onFinish={change.mutate}
            onFinishFailed={refusal.failed}
            onValuesChange={refusal.changed}
            style={{ maxWidth: 340 }}
          >
            <Form.Item
              name="current"
              label={t('signIn.current')}
              rules={[{ required: true, message: t('common.required') }]}
            >
              <Input.Password autoComplete="current-password" maxLength={200} />
            </Form.Item>
            <Form.Item
              name="next"
              label={t('signIn.next')}
              extra={t('signIn.nextHint')}
              rules={[{ required: true, min: 10, message: t('signIn.nextHint') }]}
            >
              <Input.Password autoComplete="new-password" maxLength={200} />
            </Form.Item>
            <Button type="primary" htmlType="submit" loading={change.isPending}>
              {t('signIn.change')}
            </Button>
          </Form>
        </div>
      </Panel>
    </Page>
  );
}
