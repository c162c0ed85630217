/** Nothing is sealed or signed on a sheet by itself: the last paragraph goes along, and what stands after it. */
import type { Content } from './content.ts';

/** Parts of a paper that can stand after its last paragraph: who answers, signatures. */
const MOST = 3;
/** Characters that go along: with the seal they have room on a sheet that lies on its side, and what is kept together must not be longer than a page. */
const FEW = 400;

/** @param end seal and check code; empty for a paper that has neither */
export function ended(content: readonly Content[], end: readonly Content[]): Content[] {
  const from = content.length - together(content);
  const last = [...content.slice(from), ...end];
  return last.length < 2 ? [...content, ...end] : [...content.slice(0, from), { stack: last, unbreakable: true }];
}

/** How many of the last parts go along: back to a paragraph, or as far as none of them may break. */
function together(content: readonly Content[]): number {
  let characters = 0;
  for (let count = 0; count < Math.min(MOST, content.length); count += 1) {
    const part = content.at(-1 - count)!;
    characters += charactersOf(part);
    if (characters > FEW || !staysWhole(part)) return count;
    if (isParagraph(part)) return count + 1;
  }
  return Math.min(MOST, content.length);
}

const isParagraph = (part: Content): boolean =>
  typeof part === 'object' && 'text' in part && (part.style === 'paragraph' || part.style === 'remark');

const staysWhole = (part: Content): boolean =>
  typeof part === 'object' &&
  ('text' in part || 'columns' in part || ('unbreakable' in part && part.unbreakable === true));

/** Of its texts, however deep they stand; what a drawing is made of is none. */
function charactersOf(part: unknown): number {
  if (typeof part !== 'object' || part === null) return 0;
  return Object.entries(part).reduce(
    (sum, [key, value]) => sum + (key === 'text' && typeof value === 'string' ? value.length : charactersOf(value)),
    0,
  );
}
