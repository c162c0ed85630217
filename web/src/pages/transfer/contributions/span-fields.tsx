import { Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useOfficeDate } from '../../../api/queries.ts';
import type { Schemas } from '../../../api/types.ts';
import { DayField } from '../../../components/day-field.tsx';
import { isLumpSum } from './contribution-values.ts';

const NATURES = [
  'regular',
  'lumpSum',
  'fixedAmount',
  'interestOnly',
] as const satisfies readonly Schemas['ContributionNature'][];
const PAPERS = ['legalDocument', 'commitment', 'deferral', 'collectorOrder', 'veterans'] as const;
const ISSUERS = ['court', 'audit', 'labourInspection', 'arbitration'] as const;

/** One span of months of one year, as the core system would tell it. */
export function SpanFields({ at }: { readonly at: number }) {
  const { t } = useTranslation();
  const nature: unknown = Form.useWatch(['rows', at, 'nature']);
  const optional = (label: string): string => `${label} (${t('common.optional')})`;
  const months = { className: 'number', inputMode: 'numeric', maxLength: 6, autoComplete: 'off' } as const;
  return (
    <div className="span-fields">
      <Form.Item name={[at, 'areaCode']} label={t('core.enter.area')}>
        <Input {...months} />
      </Form.Item>
      <Form.Item name={[at, 'fromMonth']} label={t('core.enter.from')} extra={t('core.enter.month')}>
        <Input {...months} />
      </Form.Item>
      <Form.Item name={[at, 'toMonth']} label={t('core.enter.to')}>
        <Input {...months} />
      </Form.Item>
      <Form.Item name={[at, 'nature']} label={t('core.rows.nature')}>
        <Select options={NATURES.map((value) => ({ value, label: t(`core.natures.${value}`) }))} />
      </Form.Item>
      <Yuan at={at} name="baseFen" label={t('core.rows.base')} />
      <Yuan at={at} name="employerFen" label={t('core.enter.employer')} />
      <Yuan at={at} name="personalFen" label={t('core.enter.personal')} />
      <Yuan at={at} name="creditedFen" label={t('core.rows.credited')} />
      <Yuan at={at} name="interestFen" label={optional(t('core.enter.interest'))} />
      {isLumpSum(nature) && <LumpSumFields at={at} />}
    </div>
  );
}

interface YuanProps {
  readonly at: number;
  readonly name: 'baseFen' | 'employerFen' | 'personalFen' | 'creditedFen' | 'interestFen';
  readonly label: string;
}

const Yuan = ({ at, name, label }: YuanProps) => (
  <Form.Item name={[at, name]} label={label}>
    <Input inputMode="decimal" autoComplete="off" className="number" />
  </Form.Item>
);

/** What lets months that were paid at once move. */
function LumpSumFields({ at }: { readonly at: number }) {
  const { t } = useTranslation();
  const today = useOfficeDate();
  return (
    <>
      <Form.Item name={[at, 'paidOn']} label={t('core.enter.paidOn')}>
        <DayField max={today} />
      </Form.Item>
      <Form.Item name={[at, 'paper', 'kind']} label={t('core.enter.paper')}>
        <Select allowClear options={PAPERS.map((value) => ({ value, label: t(`core.enter.papers.${value}`) }))} />
      </Form.Item>
      <Form.Item name={[at, 'paper', 'issuer']} label={t('core.enter.issuer')}>
        <Select allowClear options={ISSUERS.map((value) => ({ value, label: t(`core.enter.issuers.${value}`) }))} />
      </Form.Item>
      <Form.Item name={[at, 'paper', 'datedOn']} label={t('core.enter.datedOn')}>
        <DayField max={today} />
      </Form.Item>
    </>
  );
}
