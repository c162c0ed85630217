import type { Child } from './child.ts';

/** A contestant tells over its pipe which step has come to stand open; 0 is the end. */
export function openings({ process: child }: Child): (transferId: string, step: number) => Promise<void> {
  const waiting = new Map<string, () => void>();
  child.on('message', ({ transferId, step }: { transferId: string; step: number }) => {
    const key = `${transferId} ${step}`;
    waiting.get(key)?.();
    waiting.delete(key);
  });
  return (transferId, step) => new Promise((resolve) => waiting.set(`${transferId} ${step}`, resolve));
}
