/** Cuts what a paper says into runs of one font each, and finds characters that no font has. */
import type { FontFace } from './fonts.ts';

export interface Run {
  readonly text: string;
  /** Undefined: the first font. */
  readonly font?: string;
  /** A character that no font has, in whose place a box stands until the paper is refused. */
  readonly missing?: string;
}

/** Not drawn by itself: joiners, marks of direction, variation selectors. */
const UNDRAWN = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe00-\ufe0f\ufeff]|[\u{e0100}-\u{e01ef}]/gu;
const BOX = '□';

export function runsOf(text: string, fonts: readonly FontFace[]): Run[] {
  const runs: { text: string; font?: string; missing?: string }[] = [];
  for (const character of text.replaceAll(UNDRAWN, '').replaceAll('\t', ' ')) {
    const next = runOf(character, fonts);
    const last = runs.at(-1);
    if (last && last.font === next.font && last.missing === undefined && next.missing === undefined)
      last.text += next.text;
    else runs.push(next);
  }
  return runs;
}

function runOf(character: string, [first, ...others]: readonly FontFace[]): Run {
  const codePoint = character.codePointAt(0)!;
  if (character === '\n' || first!.has(codePoint)) return { text: character };
  const font = others.find((one) => one.has(codePoint));
  return font ? { text: character, font: font.name } : { text: BOX, missing: character };
}
