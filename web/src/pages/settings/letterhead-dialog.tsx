import { useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { bodyOf, client } from '../../api/client.ts';
import { useOfficeDate } from '../../api/queries.ts';
import type { Schemas } from '../../api/types.ts';
import { useSending } from '../../api/use-sending.ts';
import { DayField } from '../../components/day-field.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { showPdf } from '../../documents/open-file.ts';
import { pdfOf } from '../../documents/pdf-of.ts';
import { FormDialog } from '../../forms/form-dialog.tsx';
import { useFormDialog } from '../../forms/use-form-dialog.ts';
import { LetterheadSheet } from './letterhead-sheet.tsx';
import { LogoField, type OfficeLogo } from './logo-field.tsx';

export type Letterhead = Schemas['Letterhead'];

interface LetterheadDialogProps {
  readonly letterhead: Letterhead;
  readonly onClose: () => void;
  readonly onSent: () => void;
}

/** Fields are called as in the contract, so that a refusal finds them. */
type Values = Partial<Schemas['NewLetterhead']>;

const fieldsOf = ({ address = '', postcode = '', sealText = '', logoId = null }: Values) => {
  return { address, postcode, sealText, logoId };
};

/** From a day on; seen as the head of a sheet while it is typed, and as a whole letter when asked for. */
export function LetterheadDialog({ letterhead: { now, ahead }, onClose, onSent }: LetterheadDialogProps) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const today = useOfficeDate();
  const [added, setAdded] = useState<OfficeLogo>();
  const dialog = useFormDialog({
    name: 'letterhead',
    subject: 'office',
    send: async ({ fromDay = '', ...values }: Values) =>
      bodyOf(await client.PUT('/office/letterhead', { body: { ...fieldsOf(values), fromDay } })),
    onSent: async () => {
      onClose();
      onSent();
      await queryClient.invalidateQueries();
    },
  });
  const values = fieldsOf(Form.useWatch([], dialog.form) ?? {});
  const logos = [added, now?.logo, ...ahead.map(({ logo }) => logo)];
  const logo = logos.find((one) => one?.id === values.logoId);
  const preview = useSending({
    mutationFn: () =>
      pdfOf(
        client.POST('/office/letterhead/preview', { body: fieldsOf(dialog.form.getFieldsValue()), parseAs: 'blob' }),
      ),
    onSuccess: (bytes) => showPdf(bytes, 'letterhead'),
  });
  return (
    <FormDialog
      title={t('letterhead.title')}
      okText={t('settings.save')}
      width={760}
      dialog={dialog}
      initialValues={{
        ...fieldsOf({ ...now, logoId: now?.logo?.id ?? null }),
        ...(today !== undefined && { fromDay: today }),
      }}
      onClose={onClose}
    >
      <LetterheadSheet {...values} image={logo?.image} />
      <p>
        <Button size="small" loading={preview.isPending} onClick={() => preview.mutate()}>
          {t('letterhead.wholeLetter')}
        </Button>
      </p>
      {preview.isError && <ProblemNotice error={preview.error} />}
      <Form.Item name="address" label={t('letterhead.address')} extra={t('letterhead.addressHint')}>
        <Input autoComplete="off" maxLength={100} lang="zh-CN" />
      </Form.Item>
      <Form.Item
        name="postcode"
        label={t('letterhead.postcode')}
        rules={[{ pattern: /^(\d{6})?$/, message: t('letterhead.sixDigits') }]}
      >
        <Input className="number" inputMode="numeric" autoComplete="off" maxLength={6} />
      </Form.Item>
      <Form.Item name="sealText" label={t('letterhead.sealText')} extra={t('letterhead.sealHint')}>
        <Input autoComplete="off" maxLength={60} lang="zh-CN" />
      </Form.Item>
      <Form.Item name="logoId" noStyle>
        <LogoField image={logo?.image} onAdded={setAdded} />
      </Form.Item>
      <Form.Item name="fromDay" label={t('messages.fromDay')}>
        <DayField {...(today !== undefined && { min: today })} />
      </Form.Item>
    </FormDialog>
  );
}
