import { useTranslation } from 'react-i18next';
import { useCounterparts } from '../../../api/queries.ts';
import type { TransferDetail } from '../../../api/types.ts';
import { Panel } from '../../../components/panel.tsx';
import { Moment } from '../../../components/time.tsx';
import { bornOn, inOneLine, telephone } from '../../../persons/telephone.tsx';
import type { Numbers } from '../../../persons/use-numbers.tsx';
import { Pairs, type Pair } from '../../../components/pairs.tsx';
import { PersonActions } from './person-actions.tsx';
import { isScheme } from '../../../components/scheme.ts';

interface AboutPanelProps {
  readonly transfer: TransferDetail;
  readonly numbers: Numbers;
}

export function AboutPanel({ transfer, numbers }: AboutPanelProps) {
  const { t } = useTranslation();
  const { inFull, notice } = numbers;
  const office = useCounterparts().find(({ areaCode }) => areaCode === transfer.counterpart.areaCode);
  const { person, counterpart, scheme, category, steward, letterSender } = transfer;
  const pairs: readonly Pair[] = [
    [t('transfer.about.person'), person.name],
    [t('transfer.about.idNumber'), inOneLine(inFull ? inFull.idNumber : person.idNumberMasked)],
    [t('transfer.about.mobile'), inFull ? telephone(inFull.mobile) : inOneLine(person.mobileMasked)],
    [t('person.sex'), person.sex !== null && t(`accept.sexes.${person.sex}`)],
    [t('person.born'), bornOn(inFull?.born)],
    [t('transfer.about.address'), person.address],
    [t('transfer.about.employer'), person.employer],
    [t('transfer.about.counterpart'), `${counterpart.name} (${counterpart.areaCode})`],
    [t('transfer.about.counterpartAddress'), [office?.postcode, office?.address].filter(Boolean).join(' ')],
    [t('transfer.about.counterpartTelephone'), office?.telephone],
    [t('transfer.about.scheme'), isScheme(scheme) ? t(`schemes.${scheme}`) : scheme],
    [t('transfer.about.category'), category],
    [t('transfer.about.accepted'), <Moment key="at" at={transfer.acceptedAt} />],
    [t('transfer.about.steward'), steward.displayName],
    [t('transfer.about.letterSender'), letterSender?.displayName],
    [t('transfer.about.statusCode'), <StatusCode key="code" code={transfer.statusCode} />],
    [t('transfer.about.rule'), transfer.ruleVersion],
    [t('transfer.about.refusalNo'), transfer.refusal?.refusalNo],
    [t('transfer.about.changes'), <PersonChanges key="changes" changes={person.changes} />],
    [t('transfer.about.imported'), transfer.imported ? t('common.yes') : undefined],
  ];
  return (
    <Panel title={t('transfer.about.title')}>
      <div className="stack tight">
        <Pairs pairs={pairs} />
        <div className="no-print">{notice}</div>
        <PersonActions transfer={transfer} />
      </div>
    </Panel>
  );
}

/** What was corrected, when and by whom. */
function PersonChanges({ changes }: { readonly changes: TransferDetail['person']['changes'] }) {
  const { t } = useTranslation();
  if (changes.length === 0) return <>–</>;
  return (
    <ul className="corrections">
      {changes.map(({ field, changedAt, byName, confirmedByName }) => (
        <li key={`${field} ${changedAt}`}>
          {t(`transfer.person.fields.${field}`)} <Moment at={changedAt} />{' '}
          <span className="soft">{[byName, confirmedByName].filter(Boolean).join(' · ')}</span>
        </li>
      ))}
    </ul>
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
