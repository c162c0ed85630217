import { useTranslation } from 'react-i18next';
import type { TransferDetail } from '../../api/types.ts';
import { Panel } from '../../components/panel.tsx';
import { Moment } from '../../components/time.tsx';
import { isScheme } from './scheme.ts';

export function AboutPanel({ transfer }: { readonly transfer: TransferDetail }) {
  const { t } = useTranslation();
  const { person, counterpart, scheme, category, steward, letterSender } = transfer;
  const lines: [string, React.ReactNode][] = [
    [t('transfer.about.person'), person.name],
    [t('transfer.about.idNumber'), person.idNumberMasked],
    [t('transfer.about.mobile'), person.mobileMasked],
    [t('transfer.about.employer'), person.employer],
    [t('transfer.about.counterpart'), `${counterpart.name} (${counterpart.areaCode})`],
    [t('transfer.about.scheme'), isScheme(scheme) ? t(`schemes.${scheme}`) : scheme],
    [t('transfer.about.category'), category],
    [t('transfer.about.accepted'), <Moment key="at" at={transfer.acceptedAt} />],
    [t('transfer.about.steward'), steward.displayName],
    [t('transfer.about.letterSender'), letterSender?.displayName],
    [t('transfer.about.statusCode'), <StatusCode key="code" code={transfer.statusCode} />],
    [t('transfer.about.rule'), transfer.ruleVersion],
    [t('transfer.about.imported'), transfer.imported ? t('common.yes') : undefined],
  ];
  return (
    <Panel title={t('transfer.about.title')}>
      <dl className="pairs">
        {lines
          .filter(([, value]) => value != null && value !== '')
          .map(([label, value]) => (
            <div key={label} className="pair">
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
    </Panel>
  );
}

/** The page of the insured person is the server's; it asks for the last four digits of the phone. */
function StatusCode({ code }: { readonly code: string }) {
  const { t } = useTranslation();
  return (
    <a href={`/s/${encodeURIComponent(code)}`} target="_blank" rel="noreferrer" title={t('transfer.about.statusPage')}>
      {code}
    </a>
  );
}
