import type { FormInstance } from 'antd';
import { useState, type ReactNode } from 'react';
import { hasPath, sortDefects, toProblem, type FieldPath } from '../api/problem.ts';
import type { Defect } from '../api/types.ts';
import { defectText } from '../components/problem-text.ts';
import { ProblemNotice } from '../components/problem-notice.tsx';

interface Refusal {
  /** Above the form: what was refused, and defects that belong to none of its fields. */
  readonly notice: ReactNode;
  readonly error: unknown;
  readonly show: (error: unknown) => void;
  readonly clear: () => void;
  /** For `onValuesChange`: what was corrected is no longer marked. */
  readonly changed: (part: unknown) => void;
}

interface Shown {
  readonly error: unknown;
  readonly marked: readonly FieldPath[];
  readonly elsewhere: readonly Defect[];
}

/** Puts every defect of a refusal at its field, all at once, and goes to the first. */
export function useRefusal<Values>(form: FormInstance<Values>): Refusal {
  const [shown, setShown] = useState<Shown>();
  // antd forgets what the server said of a field only where the field has rules of its own.
  const unmark = (names: readonly FieldPath[]): void => {
    form.setFields(names.map((name) => ({ name: name as never, errors: [] })));
  };
  return {
    error: shown?.error,
    notice: shown && <ProblemNotice error={shown.error} defects={shown.elsewhere} />,
    clear: () => {
      unmark(shown?.marked ?? []);
      setShown(undefined);
    },
    changed: (part) => unmark((shown?.marked ?? []).filter((name) => hasPath(part, name))),
    show: (error) => {
      const fields = form.getFieldsError().map(({ name }): FieldPath => name);
      const { atFields, elsewhere } = sortDefects(toProblem(error).errors ?? [], fields);
      form.setFields(atFields.map(({ name, defects }) => ({ name: name as never, errors: defects.map(defectText) })));
      const [first] = atFields;
      if (first) form.scrollToField(first.name, { behavior: 'smooth', block: 'center', focus: true });
      setShown({ error, elsewhere, marked: atFields.map(({ name }) => name) });
    },
  };
}
