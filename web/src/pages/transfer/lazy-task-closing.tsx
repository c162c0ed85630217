import { lazy, Suspense } from 'react';
import type { TaskClosingProps } from './task-closing.tsx';

const Loaded = lazy(async () => ({ default: (await import('./task-closing.tsx')).TaskClosing }));

/** Its form is loaded when somebody opens it. */
export function TaskClosing(props: TaskClosingProps) {
  return (
    <Suspense fallback={null}>
      <Loaded {...props} />
    </Suspense>
  );
}
