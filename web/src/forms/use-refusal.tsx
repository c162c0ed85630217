import { type FormInstance } from 'antd';
import { useEffect, useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldPath, hasPath, sortDefects, toProblem, type FieldPath } from '../api/problem.ts';
import type { Defect } from '../api/types.ts';
import { defectText } from '../components/problem-text.ts';
import { Notice } from '../components/notice.tsx';
import { ProblemNotice } from '../components/problem-notice.tsx';
import type { Told } from './told.ts';
import { DefectLinks } from './defect-links.tsx';
import { goTo, placesOf, unfold } from './places.ts';

interface Refusal {
  /** For cells that the page draws itself, and marks. */
  readonly told: Told;
  /** Above the form: what was refused, links to what is marked, and defects that belong to none of its fields. */
  readonly notice: ReactNode;
  readonly error: unknown;
  readonly show: (error: unknown) => void;
  /** For `onFinishFailed`: what the form itself refused to send. */
  readonly failed: (of: { readonly errorFields: readonly { readonly name: FieldPath }[] }) => void;
  readonly clear: () => void;
  /** For `onValuesChange`: what was corrected is no longer marked. */
  readonly changed: (part: unknown) => void;
}

interface Shown {
  /** Undefined: nothing was sent. */
  readonly error?: unknown;
  readonly marked: readonly FieldPath[];
  readonly elsewhere: readonly Defect[];
}

/** Puts every defect of a refusal at its field, all at once, unfolds where it stands, and goes to the first. */
export function useRefusal<Values>(form: FormInstance<Values>): Refusal {
  const [shown, setShown] = useState<Shown>();
  useEffect(() => {
    if (shown) goToFirst(shown.marked);
  }, [shown]);
  const [corrected, setCorrected] = useState<readonly FieldPath[]>([]);
  const marked = (shown?.marked ?? []).filter((name) => !corrected.includes(name));
  // antd forgets what the server said of a field only where the field has rules of its own.
  const unmark = (names: readonly FieldPath[]): void => {
    form.setFields(names.map((name) => ({ name: name as never, errors: [] })));
  };
  const begin = (next: Shown | undefined): void => {
    setShown(next);
    setCorrected([]);
  };
  const told = useMemo(
    () => ({ tried: shown !== undefined, defects: (shown && refusedOf(shown.error)) ?? [] }),
    [shown],
  );
  return {
    told,
    error: shown?.error,
    notice: shown && <RefusalNotice shown={shown} marked={marked} />,
    clear: () => {
      unmark(shown?.marked ?? []);
      begin(undefined);
    },
    changed: (part) => {
      const now = marked.filter((name) => hasPath(part, name));
      if (now.length === 0) return;
      if (shown?.error !== undefined) unmark(now);
      setCorrected([...corrected, ...now]);
    },
    failed: ({ errorFields }) => begin({ marked: errorFields.map(({ name }) => name), elsewhere: [] }),
    show: (error) => {
      const seen = form.getFieldsError();
      const fields = seen.map(({ name }): FieldPath => name);
      // What the form itself found is marked, too, where it is sent all the same.
      const own = seen.filter(({ errors }) => errors.length > 0).map(({ name }): FieldPath => name);
      const sorted = sortDefects(refusedOf(error), fields);
      const { atFields } = sorted;
      const cells = sorted.elsewhere.map(({ field }) => fieldPath(field)).filter(isDrawn);
      const elsewhere = sorted.elsewhere.filter(({ field }) => !isDrawn(fieldPath(field)));
      form.setFields(atFields.map(({ name, defects }) => ({ name: name as never, errors: defects.map(defectText) })));
      begin({ error, elsewhere, marked: [...new Set([own, atFields.map(({ name }) => name), cells].flat())] });
    },
  };
}

const refusedOf = (error: unknown): readonly Defect[] => (error === undefined ? [] : (toProblem(error).errors ?? []));

/** A cell of a sheet is no field of the form, and stands on the page all the same. */
const isDrawn = (path: FieldPath): boolean => path.length > 1 && document.getElementById(path.join('_')) !== null;

function goToFirst(marked: readonly FieldPath[]): void {
  const places = placesOf(marked);
  places.forEach(unfold);
  if (places[0]) goTo(places[0]);
}

function RefusalNotice({
  shown: { error, elsewhere },
  marked,
}: {
  readonly shown: Shown;
  readonly marked: readonly FieldPath[];
}) {
  const { t } = useTranslation();
  const links = marked.length > 0 ? <DefectLinks names={marked} /> : undefined;
  if (error !== undefined) return <ProblemNotice error={error} defects={elsewhere} links={links} />;
  if (marked.length === 0) return null;
  return (
    <Notice kind="error" title={t('problems.notSent')}>
      {links}
    </Notice>
  );
}
