/** The checker of accessibility before a page; its rules and verdicts are those of `new AxeBuilder({ page })`. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/**
 * Takes less than half of the time: it writes down where violations stand, and not also the thousand elements that are right, and
 * opens no blank page to gather frames of other origins, of which the console has none.
 */
export const accessibilityOf = (page: Page): AxeBuilder =>
  new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode();
