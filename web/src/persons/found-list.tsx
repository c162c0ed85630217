import { Link } from '@tanstack/react-router';
import { useEffect, useRef, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas, TransferRow } from '../api/types.ts';
import { Flags } from '../components/flags.tsx';
import { dayOf, formatDay } from '../format/day.ts';
import { useProcedureWords } from '../procedures/use-procedure-words.ts';

type Found = Schemas['Found'];
type FoundPerson = Found['persons'][number];

/** What names a transfer rather than a person: whoever asks by it wants the transfer. */
const OF_TRANSFER: readonly Schemas['FoundBy'][] = [
  'caseNo', 'letterNo', 'waybill', 'statusCode', 'caseNoEnd', 'bankSerial',
]; // prettier-ignore

interface FoundListProps {
  readonly found: Found;
  /** Where the arrow key leads to from the first line. */
  readonly onBack?: () => void;
  /** Something of it was opened. */
  readonly onOpen?: () => void;
}

/** What was found, each person with their transfers; the likeliest has the focus, arrow keys go on from there. */
export function FoundList({ found, onBack, onOpen }: FoundListProps) {
  const { t } = useTranslation();
  const list = useRef<HTMLUListElement>(null);
  const { persons, items } = found;
  const byId = new Map(items.map((row) => [row.id, row]));
  useEffect(() => {
    const [first] = found.persons;
    const isTransfer = first?.by.every((by) => OF_TRANSFER.includes(by)) === true;
    list.current?.querySelector<HTMLElement>(isTransfer ? 'li li a' : 'a')?.focus();
  }, [found]);
  if (persons.length === 0) return <p className="soft">{t('counter.nothingHint')}</p>;
  return (
    <ul ref={list} className="found" onKeyDown={(event) => walkLinks(event, onBack)}>
      {persons.map((person, index) => (
        <li key={person.transferIds[0] ?? index}>
          <PersonLine person={person} onOpen={onOpen} />
          <ul>
            {person.transferIds.flatMap((id) => {
              const row = byId.get(id);
              return row ? [<TransferLine key={id} row={row} onOpen={onOpen} />] : [];
            })}
          </ul>
        </li>
      ))}
      {items.length >= 100 && <li className="soft">{t('counter.most')}</li>}
    </ul>
  );
}

interface Line {
  readonly onOpen: (() => void) | undefined;
}

function PersonLine({ person, onOpen }: Line & { readonly person: FoundPerson }) {
  const { t } = useTranslation();
  const { name, idNumberMasked, mobileMasked, by, transferIds } = person;
  const [id = ''] = transferIds;
  return (
    <div className="row">
      <Link to="/transfers/$id/person" params={{ id }} onClick={onOpen}>
        {t('counter.openPerson', { name })}
      </Link>
      <span className="soft number">{[idNumberMasked, mobileMasked].filter(Boolean).join(' · ')}</span>
      <span className="badge info">
        {t('counter.fits', { what: by.map((one) => t(`counter.by.${one}`)).join(' · ') })}
      </span>
    </div>
  );
}

function TransferLine({ row, onOpen }: Line & { readonly row: TransferRow }) {
  const { t, i18n } = useTranslation();
  const words = useProcedureWords();
  const { id, caseNo, direction, counterpart, openStep, closedAt, closing, procedure, steward } = row;
  return (
    <li className="row">
      <Link to="/transfers/$id" params={{ id }} className="number nowrap" onClick={onOpen}>
        {caseNo}
      </Link>
      <span className="badge">{t(`directions.${direction}`)}</span>
      <span className="soft">{counterpart.name}</span>
      {closedAt !== null && closing && (
        <span className="soft">
          {t(`closings.${closing}`)}, {t('counter.closedOn', { day: formatDay(dayOf(closedAt), i18n.language) })}
        </span>
      )}
      {closedAt === null && (
        <span>
          {openStep ? words.step(openStep.step, procedure) : t('common.flags.noStep')} ·{' '}
          {(openStep?.owner ?? steward).displayName} {openStep && <Flags {...openStep} />}
        </span>
      )}
    </li>
  );
}

const STEP_OF_KEY: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

function walkLinks(event: KeyboardEvent<HTMLUListElement>, onBack: (() => void) | undefined): void {
  const step = STEP_OF_KEY[event.key];
  if (step === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
  const links = [...event.currentTarget.querySelectorAll('a')];
  const at = links.indexOf(document.activeElement as HTMLAnchorElement) + step;
  event.preventDefault();
  if (at < 0) onBack?.();
  else links[at]?.focus();
}
