import { createHash } from 'node:crypto';

/** The same text for the same value, whatever the order of its members. */
function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const members = Object.entries(value)
    .filter(([, inner]) => inner !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, inner]) => `${JSON.stringify(key)}:${canonicalJson(inner)}`);
  return `{${members.join(',')}}`;
}

/** SHA-256: the same key with another body is told by it. */
export const bodyHash = (body: unknown): Buffer => createHash('sha256').update(canonicalJson(body)).digest();
