/** So many at once, each beginning the next piece of work when its last one is done. */

/** Work for the numbers 0 … total-1; gives back each one's milliseconds, in the order in which they ended. */
export async function closedLoop(
  atOnce: number,
  total: number,
  work: (no: number) => Promise<unknown>,
): Promise<number[]> {
  const took: number[] = [];
  let next = 0;
  const one = async (): Promise<void> => {
    while (next < total) {
      const began = performance.now();
      await work(next++);
      took.push(performance.now() - began);
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, total) }, one));
  return took;
}
