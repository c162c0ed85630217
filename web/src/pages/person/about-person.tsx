import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/types.ts';
import { Panel } from '../../components/panel.tsx';
import { dayOf, formatDay } from '../../format/day.ts';
import { bornOn, inOneLine, telephone } from '../../persons/telephone.tsx';
import type { Numbers } from '../../persons/use-numbers.tsx';
import { Pairs, type Pair } from '../../components/pairs.tsx';

type Person = Schemas['Person'];

interface AboutPersonProps {
  readonly person: Person;
  readonly numbers: Numbers;
}

/** Who it is, how they and whoever acts for them are reached, and by what they were known before. */
export function AboutPerson({ person, numbers: { inFull, notice } }: AboutPersonProps) {
  const { t } = useTranslation();
  const employers = [...new Set(person.transfers.flatMap(({ employer }) => employer ?? []))];
  const pairs: readonly Pair[] = [
    [t('transfer.about.idNumber'), inOneLine(inFull ? inFull.idNumber : person.idNumberMasked)],
    [t('transfer.about.mobile'), inFull ? telephone(inFull.mobile) : inOneLine(person.mobileMasked)],
    [t('person.sex'), person.sex !== null && t(`accept.sexes.${person.sex}`)],
    [t('person.born'), bornOn(inFull?.born)],
    [t('person.passportOf'), person.passportOf],
    [t('transfer.about.address'), person.address],
    [t('person.oldIdNumber'), inOneLine(inFull?.oldIdNumber)],
    [t('person.agentTelephone'), telephone(inFull?.agentTelephone)],
    [t('transfer.about.employer'), employers.join(' · ')],
    [t('person.employerTelephone'), telephone(inFull?.employerTelephone)],
    [t('person.earlier'), person.earlier.length > 0 && <Earlier key="earlier" earlier={person.earlier} />],
  ];
  return (
    <Panel title={t('person.about')}>
      <div className="stack tight">
        <Pairs pairs={pairs} />
        <div className="no-print">{notice}</div>
      </div>
    </Panel>
  );
}

function Earlier({ earlier }: Pick<Person, 'earlier'>) {
  const { t, i18n } = useTranslation();
  return (
    <ul className="corrections">
      {earlier.map(({ field, was, until }) => (
        <li key={`${field} ${until}`}>
          {t(`transfer.person.fields.${field}`)} <span className="number">{was}</span>{' '}
          <span className="soft">{t('person.until', { day: formatDay(dayOf(until), i18n.language) })}</span>
        </li>
      ))}
    </ul>
  );
}
