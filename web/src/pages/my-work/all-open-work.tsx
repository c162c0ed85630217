import { useNavigate } from '@tanstack/react-router';
import { Checkbox, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCounterparts, useProcedures, useStaff } from '../../api/queries.ts';
import { stepNames } from '../../procedures/lookup.ts';
import { useStepOfAddress } from '../../procedures/use-procedure-words.ts';
import { changedSearch, type WorkSearch, type SearchChange } from '../../search-params.ts';
import { OpenWorkList } from './open-work-list.tsx';

interface AllOpenWorkProps {
  readonly search: WorkSearch;
}

/** The filters stand in the address: a link from Today opens the same list for everybody. */
export function AllOpenWork({ search }: AllOpenWorkProps) {
  const { t } = useTranslation();
  const { owner, lentBy, step, counterpart, tab: _, sentBack: __, closed = false, ...filter } = search;
  return (
    <div className="stack tight">
      <Filters search={search} />
      <OpenWorkList
        title={t(closed ? 'myWork.closed' : 'myWork.tabs.all')}
        closed={closed}
        nothing={t('myWork.nothingAll')}
        takeOver
        filter={{
          ...(owner !== undefined && { holderId: owner }),
          ...(lentBy !== undefined && { lentById: lentBy }),
          ...(step && { step }),
          ...(counterpart !== undefined && { counterpartAreaCode: counterpart }),
          ...filter,
        }}
      />
    </div>
  );
}

function Filters({ search }: AllOpenWorkProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const staff = useStaff();
  const counterparts = useCounterparts();
  const change = (part: SearchChange<WorkSearch>): void =>
    void navigate({ to: '/my-work', search: changedSearch(search, part), replace: true });
  const owners = staff.map(({ id, displayName }) => ({ value: id, label: displayName }));
  const stepWord = useStepOfAddress();
  const { step: asked } = search;
  const known = stepNames(useProcedures());
  const steps = (asked === undefined || known.includes(asked) ? known : [...known, asked]).map((step) => ({
    value: step,
    label: stepWord(step),
  }));
  const offices = counterparts.map(({ areaCode, name }) => ({ value: areaCode, label: name }));
  return (
    <form className="filters no-print" aria-label={t('myWork.filters')}>
      <Filter label={t('myWork.owner')}>
        <Select
          {...ANY}
          aria-label={t('myWork.owner')}
          placeholder={t('myWork.anyone')}
          value={search.owner ?? null}
          options={owners}
          onChange={(owner: string | undefined) => change({ owner })}
        />
      </Filter>
      <Filter label={t('myWork.step')}>
        <Select
          {...ANY}
          aria-label={t('myWork.step')}
          placeholder={t('myWork.anyStep')}
          value={search.step ?? null}
          options={steps}
          onChange={(step: WorkSearch['step']) => change({ step })}
        />
      </Filter>
      <Filter label={t('myWork.counterpart')}>
        <Select
          {...ANY}
          aria-label={t('myWork.counterpart')}
          placeholder={t('myWork.anywhere')}
          value={search.counterpart ?? null}
          options={offices}
          onChange={(counterpart: string | undefined) => change({ counterpart })}
        />
      </Filter>
      {(['overdue', 'dueThisWeek', 'held', 'withoutStep'] as const).map((only) => (
        <Only
          key={only}
          label={t(`myWork.only.${only}`)}
          checked={search[only] === true}
          onChange={(on) => change({ [only]: on })}
        />
      ))}
      {(['followed', 'withoutActFor30Days'] as const)
        .filter((only) => search[only])
        .map((only) => (
          <Only key={only} label={t(`myWork.only.${only}`)} checked onChange={(on) => change({ [only]: on })} />
        ))}
      {search.lentBy !== undefined && (
        <Only
          label={t('myWork.lentBy', { name: staff.find(({ id }) => id === search.lentBy)?.displayName ?? '' })}
          checked
          onChange={() => change({ lentBy: undefined })}
        />
      )}
      {search.ageFrom !== undefined && (
        <Only
          label={`${t('myWork.age')}: ${String(search.ageFrom)}–${String(search.ageTo ?? '')}`}
          checked
          onChange={() => change({ ageFrom: undefined, ageTo: undefined })}
        />
      )}
      {search.closed && <Only label={t('myWork.closed')} checked onChange={() => change({ closed: undefined })} />}
    </form>
  );
}
interface OnlyProps {
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (on: true | undefined) => void;
}

const Only = ({ label, checked, onChange }: OnlyProps) => (
  <Checkbox checked={checked} onChange={({ target }) => onChange(target.checked || undefined)}>
    {label}
  </Checkbox>
);

const ANY = { allowClear: true, showSearch: { optionFilterProp: 'label' }, popupMatchSelectWidth: false } as const;

function Filter({ label, children }: { readonly label: string; readonly children: React.ReactNode }) {
  return (
    <div className="filter">
      <span className="soft small" aria-hidden="true">
        {label}
      </span>
      {children}
    </div>
  );
}
