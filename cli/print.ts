import type { Command } from 'commander';
import type { GlobalOptions } from './connection.ts';

/** As JSON with --json, else as indented lines of name and value. */
export function print(command: Command, value: unknown): void {
  if (command.optsWithGlobals<GlobalOptions>().json) console.log(JSON.stringify(value));
  else console.log(linesOf(value).join('\n'));
}

function linesOf(value: unknown, indent = ''): string[] {
  if (Array.isArray(value)) {
    return value.flatMap((item) =>
      isPlain(item) ? [`${indent}- ${String(item)}`] : [`${indent}-`, ...linesOf(item, `${indent}  `)],
    );
  }
  return Object.entries(value as object).flatMap(([name, inner]: [string, unknown]) => {
    if (isPlain(inner)) return [`${indent}${name}: ${inner === null ? '–' : String(inner)}`];
    const lines = linesOf(inner, `${indent}  `);
    return lines.length === 0 ? [`${indent}${name}: –`] : [`${indent}${name}:`, ...lines];
  });
}

const isPlain = (value: unknown): boolean => typeof value !== 'object' || value === null;
