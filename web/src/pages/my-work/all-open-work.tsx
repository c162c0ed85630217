import { useNavigate } from '@tanstack/react-router';
import { Checkbox, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCounterparts, useProcedures, useStaff } from '../../api/queries.ts';
import { stepNames } from '../../procedures/lookup.ts';
import { useProcedureWords } from '../../procedures/use-procedure-words.ts';
import type { WorkSearch } from '../../search-params.ts';
import { OpenWorkList } from './open-work-list.tsx';

interface AllOpenWorkProps {
  readonly search: WorkSearch;
}

/** The filters stand in the address: a link from Today opens the same list for everybody. */
export function AllOpenWork({ search }: AllOpenWorkProps) {
  const { t } = useTranslation();
  const { owner, step, counterpart, overdue } = search;
  return (
    <div className="stack tight">
      <Filters search={search} />
      <OpenWorkList
        title={t('myWork.tabs.all')}
        nothing={t('myWork.nothingAll')}
        filter={{
          ...(owner !== undefined && { ownerId: owner }),
          ...(step && { step }),
          ...(counterpart !== undefined && { counterpartAreaCode: counterpart }),
          ...(overdue && { overdue }),
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
  const change = (part: { [Name in keyof WorkSearch]: WorkSearch[Name] | undefined }): void => {
    const next = Object.entries({ ...search, ...part }).filter(([, value]) => value !== undefined);
    void navigate({ to: '/my-work', search: Object.fromEntries(next), replace: true });
  };
  const owners = staff.map(({ id, displayName }) => ({ value: id, label: displayName }));
  const words = useProcedureWords();
  const steps = stepNames(useProcedures()).map((step) => ({ value: step, label: words.step(step) }));
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
      <Checkbox
        checked={search.overdue === true}
        onChange={({ target }) => change({ overdue: target.checked || undefined })}
      >
        {t('myWork.overdueOnly')}
      </Checkbox>
    </form>
  );
}

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
