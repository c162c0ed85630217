import { useTranslation } from 'react-i18next';
import type { StepView } from '../../api/types.ts';
import { Day } from '../../components/time.tsx';
import { dayOf } from '../../format/day.ts';

const ASSIGNED = [
  'planned',
  'assigned',
  'takenOver',
  'standIn',
  'returned',
  'reassigned',
  'managerHolds',
  'imported',
] as const;

/** Who holds the step; once it has changed hands, everybody who held it and why. */
export function StepOwners({ view: { owner, owners } }: { readonly view: StepView }) {
  const { t } = useTranslation();
  if (owners.length < 2) return <>{owner.displayName}</>;
  const why = (text: string): string => {
    const known = ASSIGNED.find((name) => name === text);
    return known ? t(`ownerWhy.${known}`) : text;
  };
  return (
    <details>
      <summary>{owner.displayName}</summary>
      <ul className="plain small soft">
        {owners.map((held) => (
          <li key={`${held.since} ${held.staff.id}`}>
            {held.staff.displayName}, <Day on={dayOf(held.since)} />, {why(held.why)}
          </li>
        ))}
      </ul>
    </details>
  );
}
