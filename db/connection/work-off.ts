/** Works off what waits in a table, one after the other; wakes when something is put there by this process, and looks for others now and then. */

const AFTER_FAILURE_MS = 5_000;

export interface WorkingOff {
  /** Something was put there: do not wait for the next look. */
  wake(): void;
  /** Ends at the next place where the work may be left; the rest goes on at the next start. */
  stop(): Promise<void>;
}

interface Work {
  /** False: there was nothing to do. */
  readonly next: (stop: AbortSignal) => Promise<boolean>;
  readonly onFailure: (error: unknown) => void;
  readonly pollMs: number;
}

export function workOff({ next, onFailure, pollMs }: Work): WorkingOff {
  const stopping = new AbortController();
  let wakeUp: () => void = () => undefined;
  let isCalled = false;
  const running = loop();

  async function loop(): Promise<void> {
    while (!stopping.signal.aborted) {
      const wait = await workOnce();
      if (wait > 0 && !isCalled) await pause(wait);
      isCalled = false;
    }
  }

  /** How long to wait before the next look. */
  async function workOnce(): Promise<number> {
    try {
      return (await next(stopping.signal)) ? 0 : pollMs;
    } catch (error) {
      onFailure(error);
      return AFTER_FAILURE_MS;
    }
  }

  function pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      wakeUp = () => {
        clearTimeout(timer);
        resolve();
      };
      if (stopping.signal.aborted) wakeUp();
    });
  }

  return {
    wake() {
      isCalled = true;
      wakeUp();
    },
    async stop() {
      stopping.abort();
      wakeUp();
      await running;
    },
  };
}
