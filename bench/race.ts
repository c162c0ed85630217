/** Contestants of one question, each asked as often as the others, in an order drawn anew for each repetition. */
import type { Context } from './context.ts';

/** A run of one contestant; whatever it gives back is kept by name. */
export type Contestants<Name extends string, T> = Readonly<Record<Name, () => Promise<T>>>;

/** By contestant: one result for each repetition, in the order of the repetitions. */
export async function race<Name extends string, T>(
  { repetitions, chance, say }: Pick<Context, 'repetitions' | 'chance' | 'say'>,
  contestants: Contestants<Name, T>,
): Promise<Record<Name, T[]>> {
  const names = Object.keys(contestants) as Name[];
  const results = Object.fromEntries(names.map((name): [Name, T[]] => [name, []])) as Record<Name, T[]>;
  for (let repetition = 1; repetition <= repetitions; repetition++) {
    for (const name of chance.shuffled(names)) {
      const began = performance.now();
      results[name].push(await contestants[name]());
      say(`  ${repetition}/${repetitions} ${name} ${((performance.now() - began) / 1000).toFixed(1)} s`);
    }
  }
  return results;
}

/** Repetition by repetition: what was measured side by side is compared with each other. */
export function ratios(of: readonly number[], to: readonly number[]): number[] {
  return of.map((value, index) => value / to[index]!);
}
