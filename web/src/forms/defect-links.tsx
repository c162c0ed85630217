import type { MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldPath } from '../api/problem.ts';
import { goTo, placesOf } from './places.ts';

/** What is marked further down, each a link to its field: on a long form nobody sees it otherwise. */
export function DefectLinks({ names }: { readonly names: readonly FieldPath[] }) {
  const { t } = useTranslation();
  const places = placesOf(names);
  if (places.length === 0) return null;
  return (
    <p className="defect-links">
      {t('problems.marked')}{' '}
      {places.map((place, index) => (
        <span key={place.element.id}>
          {index > 0 && ' · '}
          <a
            href={`#${place.element.id}`}
            onClick={(event: MouseEvent) => {
              event.preventDefault();
              goTo(place);
            }}
          >
            {place.label}
          </a>
        </span>
      ))}
    </p>
  );
}
