/** Text that PostgreSQL or a screen cannot bear: NUL, broken surrogates, and nesting without end. */
import type { Defect } from '../../domain/errors.ts';

const DEEPEST = 30;
const MOST = 100;

/** Names each field with such text, at most a hundred. */
export function textDefects(value: unknown, field = ''): Defect[] {
  const found: Defect[] = [];
  collect(value, field, 0, found);
  return found;
}

function collect(value: unknown, field: string, depth: number, found: Defect[]): void {
  if (found.length >= MOST) return;
  if (typeof value === 'string') return collectText(value, field, found);
  if (typeof value !== 'object' || value === null) return;
  if (depth > DEEPEST) {
    found.push({ field: field.slice(0, 100), code: 'tooDeep', message: `Nest at most ${DEEPEST} levels.` });
    return;
  }
  for (const [key, inner] of Object.entries(value)) collect(inner, field ? `${field}.${key}` : key, depth + 1, found);
}

function collectText(text: string, field: string, found: Defect[]): void {
  const name = field.replace(/[\p{Surrogate}\0]/gu, '').slice(0, 100) || 'body';
  if (text.includes('\0')) found.push({ field: name, code: 'nulCharacter', message: 'Remove the NUL character.' });
  if (/\p{Surrogate}/u.test(text)) {
    found.push({
      field: name,
      code: 'brokenText',
      message: 'A character is cut in half (lone surrogate); send it whole.',
    });
  }
}
