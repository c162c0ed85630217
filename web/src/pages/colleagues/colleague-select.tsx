import { Select } from 'antd';
import { useStaff } from '../../api/queries.ts';

interface ColleagueSelectProps {
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: (id: string | undefined) => void;
  readonly besides?: string;
}

/** Who works here, by name and post. */
export function ColleagueSelect({ besides, ...field }: ColleagueSelectProps) {
  const staff = useStaff().filter(({ id, active }) => active && id !== besides);
  return (
    <Select
      {...field}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      popupMatchSelectWidth={false}
      options={staff.map(({ id, displayName, post }) => ({
        value: id,
        label: [displayName, post].filter(Boolean).join(' · '),
      }))}
    />
  );
}
