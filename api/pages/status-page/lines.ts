/** Lines of a name and what is said of it, as HTML. */
import { escape } from './escape.ts';
import type { Line, Said } from './told.ts';

export const drawLines = (lines: readonly Line[]): string =>
  `<dl>${lines.map(({ name, said }) => `<dt>${escape(name)}</dt><dd>${drawSaid(said)}</dd>`).join('')}</dl>`;

export function drawSaid(said: Said): string {
  if (typeof said === 'string') return `<bdi>${escape(said)}</bdi>`;
  if ('day' in said) return `<time datetime="${said.day}">${escape(said.say(said.day))}</time>`;
  if ('office' in said) return officeWords(said.office);
  // Read from left to right in every language.
  const { telephone } = said;
  return `<a href="tel:${escape(telephone.replace(/[^\d+-]/g, ''))}"><bdi dir="ltr">${escape(telephone)}</bdi></a>`;
}

export const officeWords = (words: string): string => `<bdi lang="zh-CN">${escape(words)}</bdi>`;
