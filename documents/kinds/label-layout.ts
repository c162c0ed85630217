/** Labels lie where the sheet is cut: text is made smaller until it fits, and nothing ever moves its neighbour. */

export const POINTS_OF_MM = 72 / 25.4;

/** A block of a label: its text, and its size as a share of the label's. */
export interface LabelBlock {
  readonly text: string;
  readonly share: number;
}

const LARGEST = 12;
const SMALLEST = 5;
const STEP = 0.5;
/** Of the font's own line: what is fitted is set without more. */
const LINE_HEIGHT = 1.45;

/** The largest size at which all blocks fit below one another; the smallest where none does. */
export function fittingSize(
  blocks: readonly LabelBlock[],
  box: { readonly width: number; readonly height: number },
): number {
  for (let size = LARGEST; size > SMALLEST; size -= STEP) {
    if (heightAt(blocks, size, box.width) <= box.height) return size;
  }
  return SMALLEST;
}

const heightAt = (blocks: readonly LabelBlock[], size: number, width: number): number =>
  blocks.reduce((sum, { text, share }) => sum + linesOf(text, width / (size * share)) * size * share * LINE_HEIGHT, 0);

/** Of a line that holds so many full characters; a full one is kept free, because lines are broken between words. */
function linesOf(text: string, perLine: number): number {
  if (text === '') return 0;
  const width = [...text].reduce((sum, character) => sum + (isNarrow(character) ? 0.58 : 1), 0);
  return Math.ceil(width / Math.max(1, perLine - 1));
}

const isNarrow = (character: string): boolean => character.codePointAt(0)! < 0x250;

export interface Place {
  readonly page: number;
  readonly x: number;
  readonly y: number;
}

export interface Grid {
  readonly across: number;
  readonly down: number;
  readonly left: number;
  readonly top: number;
  /** From the left edge of one to that of the next. */
  readonly stepX: number;
  readonly stepY: number;
}

/** Row by row; `skip` places of the first sheet are used up already. */
export function placesOn({ across, down, left, top, stepX, stepY }: Grid, count: number, skip = 0): Place[] {
  return Array.from({ length: count }, (_, index) => {
    const at = index + skip;
    const onPage = at % (across * down);
    return {
      page: Math.floor(at / (across * down)),
      x: left + (onPage % across) * stepX,
      y: top + Math.floor(onPage / across) * stepY,
    };
  });
}
