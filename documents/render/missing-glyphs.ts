/** A character that none of the fonts has, and the pages that it would stand on. */
export interface MissingGlyph {
  readonly character: string;
  readonly pages: readonly number[];
}

/** A paper with a box in a name is worse than none: whoever prints it is told what to give a font for. */
export class MissingGlyphs extends Error {
  readonly missing: readonly MissingGlyph[];

  constructor(missing: readonly MissingGlyph[]) {
    super(`no font has ${missing.map(nameOf).join('; ')}`);
    this.name = 'MissingGlyphs';
    this.missing = missing;
  }
}

/** Its number in Unicode, never itself: it may be part of a name. */
const nameOf = ({ character, pages }: MissingGlyph): string =>
  `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')} on page ${pages.join(', ')}`;
