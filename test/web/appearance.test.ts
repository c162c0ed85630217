/** Light or dark: what was chosen, else what the system shows; on paper light. */
import { describe, expect, test } from 'vitest';
import { appearanceOf, choiceOf } from '../../web/src/styles/pick-appearance.ts';

const ofScreen = { isPrinted: false };

describe('the appearance', () => {
  test('is that of the system until somebody chooses', () => {
    expect(appearanceOf('system', { ...ofScreen, systemIsDark: true })).toBe('dark');
    expect(appearanceOf('system', { ...ofScreen, systemIsDark: false })).toBe('light');
    expect(appearanceOf('light', { ...ofScreen, systemIsDark: true })).toBe('light');
    expect(appearanceOf('dark', { ...ofScreen, systemIsDark: false })).toBe('dark');
  });

  test('is light on paper, whatever was chosen', () => {
    for (const choice of ['system', 'light', 'dark'] as const) {
      expect(appearanceOf(choice, { systemIsDark: true, isPrinted: true })).toBe('light');
    }
  });

  test('that was kept and is none of ours is that of the system', () => {
    expect([null, 'sepia', 'dark', ''].map(choiceOf)).toEqual(['system', 'system', 'dark', 'system']);
  });
});
