import { lazy, Suspense } from 'react';
import type { FactDialogProps } from './fact-dialog.tsx';

const Loaded = lazy(async () => ({ default: (await import('./fact-dialog.tsx')).FactDialog }));

/** Forms, calendars and the arithmetic of the info form are loaded when somebody opens one. */
export function FactDialog(props: FactDialogProps) {
  return (
    <Suspense fallback={null}>
      <Loaded {...props} />
    </Suspense>
  );
}
