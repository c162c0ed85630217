/** What every page but the first ones stands in: antd in our colours, and all words. */
import { lazy } from 'react';
import { loadAllWords } from '../i18n/index.ts';

export async function loadDressed() {
  const [{ Dressed: dressed }] = await Promise.all([import('./dressed.tsx'), loadAllWords()]);
  return { default: dressed };
}

export const Dressed = lazy(loadDressed);
