import { lazy, Suspense } from 'react';
import type { Acting, Planning } from './acts.ts';

const ActDialog = lazy(async () => ({ default: (await import('./act-dialog.tsx')).ActDialog }));
const PlanDialog = lazy(async () => ({ default: (await import('./plan-dialog.tsx')).PlanDialog }));

interface DialogsProps {
  readonly acting?: Acting | undefined;
  readonly planning?: Planning | undefined;
  readonly onClose: () => void;
}

/** The window that is open, if any: forms are loaded with the first one. */
export const Dialogs = ({ acting, planning, onClose }: DialogsProps) => (
  <Suspense fallback={null}>
    {planning && <PlanDialog planning={planning} onClose={onClose} />}
    {acting && <ActDialog acting={acting} onClose={onClose} />}
  </Suspense>
);
