/** Contestants of one question, each asked as often as the others, in an order drawn anew for each repetition. */
import type { Context } from './context.ts';

/** A run of one contestant; whatever it gives back is kept by name. */
export type Contestants<T> = Readonly<Record<string, () => Promise<T>>>;

/** By contestant: one result for each repetition, in the order of the repetitions. */
export async function race<T>(
  { repetitions, chance, say }: Pick<Context, 'repetitions' | 'chance' | 'say'>,
  contestants: Contestants<T>,
): Promise<Record<string, T[]>> {
  const results: Record<string, T[]> = Object.fromEntries(Object.keys(contestants).map((name) => [name, []]));
  for (let repetition = 1; repetition <= repetitions; repetition++) {
    for (const name of chance.shuffled(Object.keys(contestants))) {
      const began = performance.now();
      results[name]!.push(await contestants[name]!());
      say(`  ${repetition}/${repetitions} ${name} ${((performance.now() - began) / 1000).toFixed(1)} s`);
    }
  }
  return results;
}

/** Repetition by repetition: what was measured side by side is compared with each other. */
export function ratios(of: readonly number[], to: readonly number[]): number[] {
  return of.map((value, index) => value / to[index]!);
}
