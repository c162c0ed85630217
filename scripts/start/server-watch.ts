import { isAlive } from '../servers/processes.ts';

type Server = { pid: number; stop: () => Promise<void> };

export type Watch<S extends Server> = {
  name: string;
  first: S;
  /** Starts it again, on the same port if that is free. */
  again: (last: S) => Promise<S>;
  /** Told when it is back, so that its users can be started anew if it moved. */
  back: (now: S, before: S) => Promise<void>;
  say: (sentence: string) => void;
};

export type Watched<S extends Server> = { readonly current: S; stop: () => Promise<void> };

const LOOK_EVERY_MS = 500;

/** Looks after a server that need not be our child (it may have been adopted): starts it again when it is gone. */
export function watchServer<S extends Server>({ name, first, again, back, say }: Watch<S>): Watched<S> {
  let current = first;
  let wanted = true;
  let look: Promise<void> = Promise.resolve();
  let timer = setTimeout(lookAgain, LOOK_EVERY_MS);

  return {
    get current() {
      return current;
    },
    stop: async () => {
      wanted = false;
      clearTimeout(timer);
      await look;
      await current.stop();
    },
  };

  function lookAgain(): void {
    look = (isAlive(current.pid) ? Promise.resolve() : revive())
      .catch((error: unknown) =>
        say(`${name} could not be started: ${error instanceof Error ? error.message : String(error)}`),
      )
      .then(() => {
        if (wanted) timer = setTimeout(lookAgain, LOOK_EVERY_MS);
      });
  }

  async function revive(): Promise<void> {
    say(`${name} is gone; starting it again`);
    const before = current;
    current = await again(before);
    await back(current, before);
    say(`${name} is back`);
  }
}
