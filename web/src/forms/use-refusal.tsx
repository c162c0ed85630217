import type { FormInstance } from 'antd';
import { useState, type ReactNode } from 'react';
import { sortDefects, toProblem, type FieldPath } from '../api/problem.ts';
import type { Defect } from '../api/types.ts';
import { defectText } from '../components/problem-text.ts';
import { ProblemNotice } from '../components/problem-notice.tsx';

interface Refusal {
  /** Above the form: what was refused, and defects that belong to none of its fields. */
  readonly notice: ReactNode;
  readonly error: unknown;
  readonly show: (error: unknown) => void;
  readonly clear: () => void;
}

interface Shown {
  readonly error: unknown;
  readonly elsewhere: readonly Defect[];
}

/** Puts every defect of a refusal at its field, all at once, and goes to the first. */
export function useRefusal<Values>(form: FormInstance<Values>): Refusal {
  const [shown, setShown] = useState<Shown>();
  return {
    error: shown?.error,
    notice: shown && <ProblemNotice error={shown.error} defects={shown.elsewhere} />,
    clear: () => setShown(undefined),
    show: (error) => {
      const fields = form.getFieldsError().map(({ name }): FieldPath => name);
      const { atFields, elsewhere } = sortDefects(toProblem(error).errors ?? [], fields);
      form.setFields(atFields.map(({ name, defects }) => ({ name: name as never, errors: defects.map(defectText) })));
      const [first] = atFields;
      if (first) form.scrollToField(first.name, { behavior: 'smooth', block: 'center', focus: true });
      setShown({ error, elsewhere });
    },
  };
}
