import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { TransferDetail } from '../../api/types.ts';
import { isScheme } from '../../components/scheme.ts';
import { Day, Moment } from '../../components/time.tsx';
import { useProcedureWords } from '../../procedures/use-procedure-words.ts';
import type { AcceptValues } from './accept-values.ts';

interface DuplicateRow {
  readonly label: string;
  readonly typed: ReactNode;
  readonly open: ReactNode;
  readonly differs: boolean;
}

const NONE = '–';

/** Of a number that is masked the ends can be compared: what is hidden may differ all the same. */
function fitsMask(whole: string, masked: string): boolean {
  return whole.length === masked.length && [...masked].every((sign, at) => sign === '*' || sign === whole[at]);
}

/** What was typed beside what is open, line by line. */
export function useDuplicateRows(typed: AcceptValues, officeName: string) {
  const { t } = useTranslation();
  const words = useProcedureWords();
  return (open: TransferDetail): readonly DuplicateRow[] => {
    const { name = '', idNumber = '', mobile = '', address = '' } = typed.person;
    const { person, openStep, procedure, steward, scheme, counterpart } = open;
    const text = (
      label: string,
      here: string,
      there: string | null,
      isAlike = here === (there ?? ''),
    ): DuplicateRow => ({
      label,
      typed: here || NONE,
      open: there ?? NONE,
      // What was not typed contradicts nothing.
      differs: here !== '' && !isAlike,
    });
    const only = (label: string, there: ReactNode): DuplicateRow => ({
      label,
      typed: NONE,
      open: there,
      differs: false,
    });
    const number = idNumber.trim().toUpperCase();
    return [
      text(t('accept.name'), name.trim(), person.name),
      text(t('accept.idNumber'), number, person.idNumberMasked, fitsMask(number, person.idNumberMasked)),
      text(t('accept.mobile'), mobile.trim(), person.mobileMasked, fitsMask(mobile.trim(), person.mobileMasked ?? '')),
      text(t('accept.address'), address.trim(), person.address),
      text(t('accept.counterpart'), officeName, counterpart.name),
      text(t('accept.scheme'), t(`schemes.${typed.scheme}`), isScheme(scheme) ? t(`schemes.${scheme}`) : scheme),
      only(t('transfer.about.accepted'), <Moment at={open.acceptedAt} />),
      only(t('transfer.about.steward'), steward.displayName),
      only(t('accept.slip.next'), openStep ? words.step(openStep.step, procedure) : NONE),
      only(t('accept.slip.due'), openStep ? <Day on={openStep.dueOn} /> : NONE),
    ];
  };
}
