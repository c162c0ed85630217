/** Which appearance is shown. Pure, so that it can be tested. */
export const CHOICES = ['system', 'light', 'dark'] as const;
export type Choice = (typeof CHOICES)[number];
export type Appearance = 'light' | 'dark';

interface Surroundings {
  readonly systemIsDark: boolean;
  readonly isPrinted: boolean;
}

export function choiceOf(kept: string | null): Choice {
  return CHOICES.find((choice) => choice === kept) ?? 'system';
}

/** Paper is white. */
export function appearanceOf(choice: Choice, { systemIsDark, isPrinted }: Surroundings): Appearance {
  if (isPrinted) return 'light';
  if (choice !== 'system') return choice;
  return systemIsDark ? 'dark' : 'light';
}
