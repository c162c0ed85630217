import { useTranslation } from 'react-i18next';
import { formatYuan } from '../../../../domain/money/money.ts';
import type { Schemas } from '../../api/types.ts';
import { Yuan } from '../../components/time.tsx';
import { formatDay } from '../../format/day.ts';

export function AccountNumber({ number }: { readonly number: string }) {
  const { t } = useTranslation();
  return number === '' ? <>{t('bank.noAccount')}</> : <span className="number nowrap">{number}</span>;
}

export const Balance = ({ fen }: { readonly fen: number | null }) => (fen === null ? <>–</> : <Yuan fen={fen} />);

/** Whether a statement goes on from the one before; where it does not, a file may be missing. */
export function Follows({ statement }: { readonly statement: Schemas['BankStatement'] }) {
  const { t, i18n } = useTranslation();
  const { break: found } = statement;
  if (found === null) return <>{t('bank.goesOn')}</>;
  const day = (on: string | null): string => (on === null ? '–' : formatDay(on, i18n.language));
  const { beforeClosingFen: fen } = found;
  return (
    <span className="due">
      <span className="late">
        {t(`bank.breaks.${found.kind}`, {
          on: day(found.beforeOn),
          from: day(found.missingFrom),
          to: day(found.missingTo),
          amount: fen === null ? '–' : formatYuan(fen, { grouped: true }),
        })}
      </span>
    </span>
  );
}
