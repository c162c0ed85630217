/** Walks what a paper says and sets every text in the fonts that have its characters. */
import type { Content } from '../frame/content.ts';
import type { FontFace } from './fonts.ts';
import { runsOf } from './runs.ts';

export interface Typesetter {
  set(content: Content): Content;
  /** What no font has, by the id of the text that it stands in. */
  readonly missing: ReadonlyMap<string, readonly string[]>;
}

type Node = Record<string, unknown>;
/** Where content holds further content. */
const HOLDERS = ['stack', 'columns', 'ul', 'ol'] as const;

export function typesetter(fonts: readonly FontFace[]): Typesetter {
  const missing = new Map<string, string[]>();

  function set(content: unknown): unknown {
    if (typeof content === 'string' || typeof content === 'number') return setText({ text: String(content) });
    if (Array.isArray(content)) return content.map(set);
    if (typeof content !== 'object' || content === null) return content;
    const node = content as Node;
    if ('text' in node) return setText(node);
    const changed: Node = { ...node };
    for (const name of HOLDERS) if (name in node) changed[name] = set(node[name]);
    if (typeof node['table'] === 'object') changed['table'] = setTable(node['table'] as Node);
    return changed;
  }

  const setTable = (table: Node): Node => ({
    ...table,
    body: (table['body'] as unknown[][]).map((row) =>
      // An empty cell stands for one that another spans.
      row.map((cell) =>
        typeof cell === 'object' && cell !== null && Object.keys(cell).length === 0 ? cell : set(cell),
      ),
    ),
  });

  function setText(node: Node): Node {
    const found: string[] = [];
    const text = inline(node['text'], found);
    if (found.length === 0) return { ...node, text };
    const id = `missing-${missing.size + 1}`;
    missing.set(id, found);
    return { ...node, text, id };
  }

  function inline(text: unknown, found: string[]): unknown {
    if (Array.isArray(text)) return text.map((part) => inline(part, found));
    if (typeof text === 'object' && text !== null) {
      const part = text as Node;
      return { ...part, text: inline(part['text'], found) };
    }
    const runs = runsOf(String(text), fonts);
    found.push(...runs.flatMap((run) => run.missing ?? []));
    const [only] = runs;
    if (!only) return '';
    if (runs.length === 1 && only.font === undefined) return only.text;
    return runs.map((run) => (run.font === undefined ? { text: run.text } : { text: run.text, font: run.font }));
  }

  return { set: (content) => set(content) as Content, missing };
}
