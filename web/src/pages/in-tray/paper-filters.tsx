import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/types.ts';
import { changedSearch, type InTraySearch, type SearchChange } from '../../search-params.ts';

const KINDS = [
  'letter',
  'form',
  'dispute',
  'chaser',
  'ownLetterBack',
  'other',
] as const satisfies readonly Schemas['IncomingKind'][];
const STATES = [
  'parked',
  'opened',
  'attached',
  'known',
  'setAside',
] as const satisfies readonly Schemas['IncomingState'][];

interface PaperFiltersProps {
  readonly search: InTraySearch;
  readonly onChange: (search: InTraySearch) => void;
}

export function PaperFilters({ search, onChange }: PaperFiltersProps) {
  const { t } = useTranslation();
  const change = (part: SearchChange<InTraySearch>): void => onChange(changedSearch(search, part));
  return (
    <form className="row no-print" aria-label={t('inTray.filters')}>
      <label>
        <span className="soft small">{t('common.columns.kind')}</span>{' '}
        <select
          value={search.kind ?? ''}
          onChange={({ target }) => change({ kind: KINDS.find((kind) => kind === target.value) })}
        >
          <option value="">{t('inTray.anyKind')}</option>
          {KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {t(`inTray.kinds.${kind}`)}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span className="soft small">{t('common.columns.state')}</span>{' '}
        <select
          value={search.state ?? ''}
          onChange={({ target }) => change({ state: STATES.find((state) => state === target.value) })}
        >
          <option value="">{t('inTray.anyState')}</option>
          {STATES.map((state) => (
            <option key={state} value={state}>
              {t(`inTray.states.${state}`)}
            </option>
          ))}
        </select>
      </label>
      <label>
        <input
          type="checkbox"
          checked={search.mine ?? false}
          onChange={({ target }) => change({ mine: target.checked || undefined })}
        />{' '}
        {t('inTray.mine')}
      </label>
    </form>
  );
}
