/** Orders of numbers; nothing is averaged, so that one bad second does not colour the rest. */

export function median(values: readonly number[]): number {
  return percentile(values, 50);
}

/** Linear between the two nearest ranks. @throws on an empty list */
export function percentile(values: readonly number[], percent: number): number {
  if (values.length === 0) throw new Error('there is nothing to take a percentile of');
  const sorted = [...values].sort((a, b) => a - b);
  const rank = ((sorted.length - 1) * percent) / 100;
  const below = sorted[Math.floor(rank)]!;
  const above = sorted[Math.ceil(rank)]!;
  return below + (above - below) * (rank - Math.floor(rank));
}

/** Without the first tenth, which warms up. */
export function warm<T>(samples: readonly T[]): T[] {
  return samples.slice(Math.ceil(samples.length / 10));
}

/** Of the line that fits the points best, by least squares. @throws when there are not two */
export function slope(points: readonly (readonly [x: number, y: number])[]): number {
  if (points.length < 2) throw new Error('one point has no slope');
  const mean = (at: 0 | 1): number => points.reduce((sum, point) => sum + point[at], 0) / points.length;
  const [x, y] = [mean(0), mean(1)];
  const along = points.reduce((sum, point) => sum + (point[0] - x) ** 2, 0);
  return points.reduce((sum, point) => sum + (point[0] - x) * (point[1] - y), 0) / along;
}
