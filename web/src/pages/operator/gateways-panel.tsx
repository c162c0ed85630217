import { useTranslation } from 'react-i18next';
import { Panel } from '../../components/panel.tsx';
import { Count } from '../../components/time.tsx';
import { Figure, Figures } from './figure.tsx';
import type { Upkeep } from './use-operator.ts';
import { useTimeWords } from './words.tsx';

export function GatewaysPanel({ sms, alerts }: Pick<Upkeep, 'sms' | 'alerts'>) {
  const { t } = useTranslation();
  return (
    <Panel title={t('operator.gateways.title')}>
      <Figures>
        <SmsFigures sms={sms} />
        <Figure
          name={t('operator.gateways.alerts')}
          value={t(alerts.configured ? 'operator.gateways.alertsOn' : 'operator.gateways.alertsOff')}
          bad={!alerts.configured}
          means={t('operator.gateways.alertsMeans')}
          act={t('operator.gateways.alertsAct')}
        >
          <Raised items={alerts.items} />
        </Figure>
      </Figures>
    </Panel>
  );
}

function SmsFigures({ sms }: Pick<Upkeep, 'sms'>) {
  const { t } = useTranslation();
  const { at } = useTimeWords();
  const refusal = sms.lastFailure === null ? '' : t('operator.gateways.lastFailure', { failure: sms.lastFailure });
  return (
    <>
      <Figure
        name={t('operator.gateways.sms')}
        value={t(sms.configured ? 'operator.gateways.smsOn' : 'operator.gateways.smsOff')}
        means={
          sms.configured
            ? t('operator.gateways.smsMeans', { taken: at(sms.lastTakenAt), receipt: at(sms.lastReceiptAt) })
            : t('operator.gateways.smsOffMeans')
        }
      />
      <Figure
        name={t('operator.gateways.putOff')}
        value={<Count of={sms.putOff} />}
        bad={sms.putOff > 0}
        means={`${t('operator.gateways.putOffMeans', { waiting: sms.waiting })} ${refusal}`.trim()}
        act={t('operator.gateways.putOffAct')}
      />
      <Figure
        name={t('operator.gateways.unknown')}
        value={<Count of={sms.unknown} />}
        bad={sms.unknown > 0}
        means={t('operator.gateways.unknownMeans')}
        act={t('operator.gateways.unknownAct')}
      />
      {sms.failuresLastHour !== null && (
        <Figure
          name={t('operator.gateways.failures')}
          value={<Count of={sms.failuresLastHour} />}
          means={t('operator.gateways.failuresMeans')}
        />
      )}
    </>
  );
}

/** What was told, and what nobody took. */
function Raised({ items }: Pick<Upkeep['alerts'], 'items'>) {
  const { t } = useTranslation();
  const { at } = useTimeWords();
  if (items.length === 0) return null;
  return (
    <ul>
      {items.map(({ condition, raisedAt, toldAt, failedTries, over }) => (
        <li key={condition}>
          {[
            t(`operator.gateways.conditions.${condition}`),
            t('operator.gateways.raised', { time: at(raisedAt) }),
            toldAt === null
              ? t('operator.gateways.notTold', { count: failedTries })
              : t('operator.gateways.told', { time: at(toldAt) }),
            over ? t('operator.gateways.over') : '',
          ]
            .filter(Boolean)
            .join(' · ')}
        </li>
      ))}
    </ul>
  );
}
