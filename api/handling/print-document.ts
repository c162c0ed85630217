/** From what is asked to the stored paper: read at one instant, drawn in the other thread, kept if nothing happened meanwhile. */
import { keepDocument } from '../../db/documents/keep.ts';
import { findCurrent, findDocument, type KeptDocument } from '../../db/documents/kept.ts';
import { prepareDocument, type Asked, type Prepared } from '../../db/documents/prepare.ts';
import type { Db } from '../../db/connection/connection.ts';
import { kindOf } from '../../documents/kinds/index.ts';
import { hasOwnNumber, type DocumentKindName } from '../../domain/documents/kinds.ts';
import { MissingGlyphs } from '../../documents/render/missing-glyphs.ts';
import type { Rendered } from '../../documents/render/render.ts';
import type { PaperAsked, Renderer } from '../../documents/render/renderer.ts';
import { Refusal, type Defect } from '../../domain/errors.ts';
import { defectsInWords } from './words-defects.ts';

/** A transfer to which something happens three times while one sheet is drawn can wait for its paper. */
const TRIES = 3;

interface Tools {
  readonly db: Db;
  readonly renderer: Renderer;
}

export type PrintAsked = Omit<Asked, 'withCheck' | 'preview'>;

/** @throws Refusal not-found; invalid; not-due; unprintable; words-outdated; changed-meanwhile */
export async function printDocument(
  { db, renderer }: Tools,
  asked: PrintAsked,
  { anew }: { readonly anew: boolean },
): Promise<{ document: KeptDocument; isNew: boolean }> {
  const { officeId } = asked;
  // Of a kind with numbers of their own only its reader knows which one is meant.
  const standing = anew || hasOwnNumber(asked.kind) ? undefined : await findCurrent(db, asked);
  if (standing) return { document: (await findDocument(db, officeId, standing.id))!, isNew: false };
  for (let left = TRIES; left > 0; left -= 1) {
    const prepared = await prepareDocument(db, { ...asked, withCheck: kindOf(asked.kind).toAnotherOffice });
    // It was printed before, perhaps by somebody else a moment ago.
    if (!anew && prepared.replaces) {
      return { document: (await findDocument(db, officeId, prepared.replaces.id))!, isNew: false };
    }
    const id = await keepDocument(db, prepared, await draw(renderer, paperOf(prepared)));
    if (id !== undefined) return { document: (await findDocument(db, officeId, id))!, isNew: true };
  }
  throw new Refusal('changed-meanwhile', 'The transfer went on while its paper was drawn; print it again.');
}

/** Nothing is kept. */
export async function previewDocument({ db, renderer }: Tools, asked: PrintAsked): Promise<Rendered> {
  const withCheck = kindOf(asked.kind).toAnotherOffice;
  return draw(renderer, paperOf(await prepareDocument(db, { ...asked, withCheck, preview: true })));
}

const paperOf = ({ asked, data, words, office, issued }: Prepared): PaperAsked => ({
  kind: asked.kind,
  data,
  words: fittingWords(asked.kind, words),
  office,
  issued,
});

/** The office may have worded it under another release: a block that is no more says nothing, and without a field that it needs the paper would say too little. */
function fittingWords(kind: DocumentKindName, words: Prepared['words']): Prepared['words'] {
  const blocks = kindOf(kind).words;
  const known = Object.fromEntries(Object.entries(words).filter(([block]) => block in blocks));
  const defects = defectsInWords(kind, known);
  if (defects.length === 0) return known;
  throw new Refusal('words-outdated', 'The office’s own words of this paper fit it no longer; set them right first.', {
    defects,
  });
}

/** @throws Refusal unprintable: each character that no font has, with its pages */
export async function draw(renderer: Renderer, paper: PaperAsked): Promise<Rendered> {
  try {
    return await renderer.render(paper);
  } catch (error) {
    if (!(error instanceof MissingGlyphs)) throw error;
    throw new Refusal('unprintable', 'No font has every character of this paper; give the office one that has.', {
      defects: defectsOf(error),
    });
  }
}

/** By its number in Unicode: the character itself may be part of a name. */
function defectsOf({ missing }: MissingGlyphs): Defect[] {
  const pages = new Map<string, Set<number>>();
  for (const { character, pages: found } of missing) {
    const name = `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
    pages.set(name, new Set([...(pages.get(name) ?? []), ...found]));
  }
  return [...pages].map(([name, on]) => ({
    field: 'kind',
    code: 'missingGlyph',
    message: `No font has ${name} (page ${[...on].sort((one, other) => one - other).join(', ')}).`,
  }));
}
