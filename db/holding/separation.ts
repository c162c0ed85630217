/** Who completed these steps of a transfer; they may not hold a step that must be apart from them. */
export function completersAmong(
  steps: readonly { readonly step: string; readonly closed_by: string | null }[],
  names: readonly string[] = [],
): string[] {
  return steps.flatMap(({ step, closed_by: by }) => (by !== null && names.includes(step) ? by : []));
}
