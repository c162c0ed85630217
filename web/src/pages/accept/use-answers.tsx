import { useTranslation } from 'react-i18next';
import { useCounterparts, useOfficeDate } from '../../api/queries.ts';
import { isKnown, type Pair } from '../../components/pairs.tsx';
import { Day } from '../../components/time.tsx';
import { bornOn } from '../../persons/telephone.tsx';
import { foldNumber } from '../../../../domain/folded-text.ts';
import { bornOnOf, checkResidentId, sexSaidBy } from '../../../../domain/persons/resident-id.ts';
import type { AcceptValues } from './accept-values.ts';

export interface AnswerGroup {
  readonly title: string;
  readonly pairs: readonly Pair[];
}

/** What was answered, in the words and the order of the form; what nobody answered is said too, where everybody is asked. */
export function useAnswers(values: AcceptValues): readonly AnswerGroup[] {
  const { t } = useTranslation();
  const office = useCounterparts().find(({ areaCode }) => areaCode === values.counterpartAreaCode);
  const bornBy = useOfficeDate();
  const { person, employer = {}, agent = {}, proofs = [] } = values;
  const read = checkResidentId(person.idNumber ?? '', bornBy === undefined ? {} : { bornBy });
  const said = (answer: boolean | undefined) => answer !== undefined && t(answer ? 'common.yes' : 'common.no');
  const ticked = (answer: boolean | undefined) => answer === true && t('common.yes');
  const day = (on: string | undefined) => on !== undefined && on !== '' && <Day on={on} />;
  const sex = person.sex ?? (read.ok ? sexSaidBy(read.id) : undefined);
  const born = read.ok ? bornOn(bornOnOf(read.id)) : day(person.bornOn);
  const isOf = (answer: boolean | undefined) => said(answer) || t('accept.check.notAsked');
  const groups: readonly AnswerGroup[] = [
    {
      title: t('accept.person'),
      pairs: [
        [t('accept.name'), person.name],
        [t('accept.idNumber'), person.idNumber],
        [t('accept.bornOn'), born],
        [t('accept.sex'), sex && t(`accept.sexes.${sex}`)],
        [t('accept.mobile'), person.mobile],
        [t('accept.address'), person.address],
        [t('accept.oldIdNumber'), person.oldIdNumber],
        [t('accept.passportOf'), person.passportOf],
        [t('accept.queueNumber'), foldNumber(values.queueNumber ?? '')],
      ],
    },
    {
      title: t('accept.origin'),
      pairs: [
        [t('accept.counterpart'), `${office?.name ?? ''} ${values.counterpartAreaCode}`],
        [t('accept.scheme'), t(`schemes.${values.scheme}`)],
      ],
    },
    {
      title: t('accept.answers'),
      pairs: [
        [t('accept.localHukou'), isOf(values.localHukou)],
        [t('accept.insuredHere'), isOf(values.insuredHere)],
        [t('accept.drawsPension'), isOf(values.drawsPension)],
        [t('accept.benefitPlaceHere'), said(values.benefitPlaceHere)],
        [t('accept.firstInsuredHereOn'), day(values.firstInsuredHereOn)],
        [t('accept.proofs'), proofs.map((proof) => t(`accept.proof.${proof}`)).join(' · ')],
        [t('accept.approvedMove'), ticked(values.approvedMove)],
        [t('accept.migrantWorker'), ticked(values.migrantWorker)],
      ],
    },
    {
      title: t('accept.check.others'),
      pairs: [
        [t('accept.employerName'), employer.name],
        [t('accept.employerTelephone'), employer.telephone],
        [t('accept.agentName'), agent.name],
        [t('accept.agentTelephone'), agent.telephone],
        [t('accept.agentRelation'), agent.relation],
      ],
    },
  ];
  return groups.filter(({ pairs }) => pairs.some(isKnown));
}
