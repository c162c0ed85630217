/** The nodes from which an edge or several lead back to themselves. */
export function circles(edges: readonly (readonly [string, readonly (string | undefined)[]])[]): string[] {
  const targetsOf = new Map(edges);
  const reaches = (from: string, seen = new Set<string>()): Set<string> => {
    for (const target of targetsOf.get(from) ?? []) {
      if (target === undefined || seen.has(target)) continue;
      seen.add(target);
      reaches(target, seen);
    }
    return seen;
  };
  return edges.map(([node]) => node).filter((node) => reaches(node).has(node));
}
