/** Options that the simulator's programs share. */

/** @throws naming the text that is none */
export function wholeNumber(text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < 0) throw new Error(`${text} is not a whole number`);
  return number;
}

/** @throws naming the option that is missing */
export function required<T>(value: T | undefined, option: string): T {
  if (value === undefined) throw new Error(`--${option} is missing`);
  return value;
}
