import { Checkbox, Form, Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import type { Schemas } from '../../api/types.ts';
import { Loaded } from '../../components/loaded.tsx';
import { Empty } from '../../components/panel.tsx';
import { Day, Yuan } from '../../components/time.tsx';
import type { FoundTransfer, PlanValues } from './plan-body.ts';

export interface ReturnedPart {
  readonly credit: Schemas['Credit'];
  readonly part: Schemas['CreditPart'];
}

interface PlanMoneyProps {
  /** Where the case has several: one of them is chosen. */
  readonly choices: readonly FoundTransfer[];
  readonly onPart: (part: ReturnedPart) => void;
}

/** Of which money the payment is: of a transfer, or what two people have sent back. */
export function PlanMoney({ choices, onPart }: PlanMoneyProps) {
  const { t } = useTranslation();
  const of = Form.useWatch<PlanValues['of']>('of');
  return (
    <>
      <Form.Item name="of" label={t('remittances.of.title')}>
        <Radio.Group
          options={(['transfer', 'credit'] as const).map((value) => ({ value, label: t(`remittances.of.${value}`) }))}
        />
      </Form.Item>
      {of === 'credit' ? <ReturnedMoney onPart={onPart} /> : <OfCase choices={choices} />}
    </>
  );
}

function OfCase({ choices }: Pick<PlanMoneyProps, 'choices'>) {
  const { t } = useTranslation();
  return (
    <>
      <Form.Item
        name="transferId"
        label={t('common.columns.caseNo')}
        rules={[{ required: true, whitespace: true, message: t('common.required') }]}
      >
        <Input autoComplete="off" maxLength={100} />
      </Form.Item>
      <Form.Item name="chosen" label={t('remittances.of.which')} hidden={choices.length === 0}>
        <Radio.Group
          className="stack tight"
          options={choices.map(({ id, direction, counterpart, acceptedAt, closedAt }) => ({
            value: id,
            label: (
              <>
                {t(`directions.${direction}`)} · {counterpart.name} · <Day on={acceptedAt.slice(0, 10)} />
                {closedAt !== null && ` · ${t('remittances.of.over')}`}
              </>
            ),
          }))}
        />
      </Form.Item>
    </>
  );
}

/** What is on its way already is refused by the ledger, at this field. */
function ReturnedMoney({ onPart }: Pick<PlanMoneyProps, 'onPart'>) {
  const { t } = useTranslation();
  const query = api.useQuery('get', '/credits', { params: { query: { state: 'returned', limit: 50 } } });
  return (
    <>
      <Loaded query={query}>
        {({ items }) => {
          const parts = items.flatMap((credit) =>
            credit.parts.filter(({ state }) => state === 'returned').map((part) => ({ credit, part })),
          );
          if (parts.length === 0) return <Empty>{t('remittances.of.noParts')}</Empty>;
          return <Parts parts={parts} onPart={onPart} />;
        }}
      </Loaded>
      <Form.Item name="early" valuePropName="checked">
        <Checkbox>{t('remittances.of.early')}</Checkbox>
      </Form.Item>
    </>
  );
}

function Parts({ parts, onPart }: Pick<PlanMoneyProps, 'onPart'> & { readonly parts: readonly ReturnedPart[] }) {
  const { t } = useTranslation();
  const choose = (id: string): void => {
    const chosen = parts.find(({ part }) => part.id === id);
    if (chosen) onPart(chosen);
  };
  return (
    <Form.Item
      name="creditPartId"
      label={t('remittances.of.part')}
      rules={[{ required: true, message: t('common.required') }]}
    >
      <Radio.Group
        className="stack tight"
        onChange={({ target }) => choose(String(target.value))}
        options={parts.map(({ credit, part }) => ({
          value: part.id,
          label: (
            <>
              <span className="number">{credit.serial}</span> <Day on={credit.bookedOn} /> {credit.payerName}{' '}
              <Yuan fen={part.amountFen} />
            </>
          ),
        }))}
      />
    </Form.Item>
  );
}
