/** Ports that stand between a process and a server: whoever starts the office may put something there that forwards. */

/** `process.server`; the API asks Temporal nothing. */
export type Route = 'api.postgres' | 'worker.postgres' | 'worker.temporal';
export type Routes = Readonly<Partial<Record<Route, number>>>;

const ROUTE = /^(api\.postgres|worker\.(?:postgres|temporal))=(\d{1,5})$/;

/** @throws with a sentence naming the word that is wrong */
export function readRoutes(words: readonly string[]): Routes {
  return Object.fromEntries(
    words.map((word) => {
      const [, route, port] = ROUTE.exec(word) ?? [];
      if (route === undefined) throw new Error(`--route ${word} is not like worker.temporal=7000`);
      return [route, Number(port)];
    }),
  );
}

/** The same address at another port of this machine. */
export function throughPort(address: string, port: number | undefined): string {
  return port === undefined ? address : address.replace(/:\d+(?=\/|$)/, `:${port}`);
}
