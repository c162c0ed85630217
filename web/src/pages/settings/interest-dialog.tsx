import { useQueryClient } from '@tanstack/react-query';
import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { client } from '../../api/client.ts';
import { settledOf } from '../../api/settled.ts';
import type { Schemas } from '../../api/types.ts';
import type { Outcome } from '../../components/outcome.tsx';
import { FormDialog } from '../../forms/form-dialog.tsx';
import { useFormDialog } from '../../forms/use-form-dialog.ts';
import { basisPointsOf, perCentOf } from '../../format/per-cent.ts';

interface InterestDialogProps {
  /** Empty for a year that is not there yet. */
  readonly rate: Partial<Schemas['InterestRate']>;
  readonly onClose: () => void;
  readonly onSent: (outcome: Outcome) => void;
}

/** Fields are called as in the contract, so that a refusal finds them. */
interface Values {
  readonly year: string;
  /** As per cent. */
  readonly basisPoints: string;
  readonly region: string;
  readonly source: string;
}

/** The year as it stands in the notice, its rate as per cent. */
export function InterestDialog({ rate, onClose, onSent }: InterestDialogProps) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const dialog = useFormDialog({
    name: 'interestRate',
    subject: rate.year === undefined ? 'new' : `${rate.region ?? ''}:${String(rate.year)}`,
    send: async ({ year, basisPoints, region, source }: Values) =>
      settledOf(
        await client.PUT('/interest-rates/{year}', {
          params: { path: { year: Number(year) } },
          body: { basisPoints: basisPointsOf(basisPoints)!, region: region.trim(), source },
        }),
      ),
    onSent: async ({ waits }) => {
      onClose();
      onSent({ waits });
      await queryClient.invalidateQueries();
    },
  });
  // What passes here is a number when it is sent.
  const perCent = (_: unknown, text: string): Promise<void> =>
    basisPointsOf(text) === undefined ? Promise.reject(new Error(t('settings.rateHint'))) : Promise.resolve();
  const { year, basisPoints, region = '', source = '' } = rate;
  return (
    <FormDialog
      title={t('settings.setInterest')}
      okText={t('settings.save')}
      dialog={dialog}
      initialValues={{
        year: year === undefined ? '' : String(year),
        basisPoints: basisPoints === undefined ? '' : perCentOf(basisPoints),
        region,
        source,
      }}
      onClose={onClose}
    >
      <Form.Item name="year" label={t('settings.year')} rules={[{ pattern: /^\d{4}$/, message: t('defects.form') }]}>
        <Input className="number" inputMode="numeric" maxLength={4} autoComplete="off" autoFocus />
      </Form.Item>
      <Form.Item
        name="basisPoints"
        label={t('settings.rate')}
        extra={t('settings.rateHint')}
        rules={[{ validator: perCent }]}
      >
        <Input className="number" inputMode="decimal" maxLength={7} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="region"
        label={`${t('settings.region')} (${t('common.optional')})`}
        extra={t('settings.regionHint')}
      >
        <Input className="number" inputMode="numeric" maxLength={2} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="source"
        label={t('settings.source')}
        rules={[{ required: true, whitespace: true, message: t('common.required') }]}
      >
        <Input autoComplete="off" maxLength={200} />
      </Form.Item>
    </FormDialog>
  );
}
