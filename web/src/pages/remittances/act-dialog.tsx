import { useQueryClient } from '@tanstack/react-query';
import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { bodyOf, client } from '../../api/client.ts';
import { Yuan } from '../../components/time.tsx';
import { FormDialog } from '../../forms/form-dialog.tsx';
import { useFormDialog } from '../../forms/use-form-dialog.ts';
import { actForm, type Acting } from './acts.ts';

/** Fields are called as in the contract, so that a refusal finds them. */
interface Values {
  readonly month?: string;
  readonly note?: string;
}

export function ActDialog({
  acting: { row, act },
  onClose,
}: {
  readonly acting: Acting;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const dialog = useFormDialog({
    name: actForm(act),
    subject: row.id,
    send: async ({ month, note }: Values, key) => {
      const params = { path: { id: row.id }, header: { 'Idempotency-Key': key } };
      const said = { ...(note?.trim() && { note }) };
      if (act === 'release') return bodyOf(await client.POST('/remittances/{id}/release', { params, body: said }));
      const body = { kind: act, ...said, ...(act === 'funded' && month && { month }) };
      return bodyOf(await client.POST('/remittances/{id}/facts', { params, body }));
    },
    onSent: async () => {
      onClose();
      await queryClient.invalidateQueries();
    },
  });
  return (
    <FormDialog
      title={t(`remittances.acts.${act}`)}
      okText={t(`remittances.acts.${act}`)}
      dialog={dialog}
      initialValues={{ month: row.fundsMonth }}
      onClose={onClose}
    >
      <p>
        <span className="number">{row.reference}</span> {row.payeeName} <bdi className="number">{row.payeeAccount}</bdi>{' '}
        <Yuan fen={row.amountFen} />
      </p>
      <p className="soft">{t(`remittances.explain.${act}`)}</p>
      {act === 'funded' && (
        <Form.Item
          name="month"
          label={t('remittances.month')}
          rules={[{ pattern: /^20\d\d-(0[1-9]|1[0-2])$/, message: t('defects.form') }]}
        >
          <Input className="number" maxLength={7} autoComplete="off" />
        </Form.Item>
      )}
      <Form.Item name="note" label={`${t('waitingMoney.note')} (${t('common.optional')})`}>
        <Input.TextArea rows={2} maxLength={2000} />
      </Form.Item>
    </FormDialog>
  );
}
