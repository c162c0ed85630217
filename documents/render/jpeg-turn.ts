/** How a telephone was held (EXIF, tag 0x0112): its photographs are stored as the sensor lies, and whoever shows them turns them. Pure. */

/** Beside what is stored: across (rows become columns), then mirrored from side to side, from top to bottom. */
export interface Turn {
  readonly isAcross: boolean;
  readonly fromRight: boolean;
  readonly fromTop: boolean;
}

/** As they are numbered; 1 is as it is stored. Up is up: a PDF counts from the bottom. */
const TURNS: readonly Turn[] = [
  [false, false, false],
  [false, true, false],
  [false, true, true],
  [false, false, true],
  [true, true, true],
  [true, false, true],
  [true, false, false],
  [true, true, false],
].map(([isAcross, fromRight, fromTop]) => ({ isAcross: isAcross!, fromRight: fromRight!, fromTop: fromTop! }));
export const UPRIGHT = TURNS[0]!;

/** Upright for whatever does not say, or says what is none. */
export function turnOf(jpeg: Uint8Array): Turn {
  try {
    return TURNS[orientationOf(new DataView(jpeg.buffer, jpeg.byteOffset, jpeg.byteLength)) - 1] ?? UPRIGHT;
  } catch (error) {
    // It breaks off inside of what it says of itself.
    if (error instanceof RangeError) return UPRIGHT;
    throw error;
  }
}

const [SOI, APP1, SOS] = [0xffd8, 0xffe1, 0xffda];
const EXIF = 0x45786966;
const ORIENTATION = 0x0112;

/** @throws RangeError where it breaks off */
function orientationOf(view: DataView): number {
  if (view.getUint16(0) !== SOI) return 1;
  for (let at = 2; view.getUint16(at) !== SOS; at += 2 + view.getUint16(at + 2)) {
    if (view.getUint8(at) !== 0xff) return 1;
    if (view.getUint16(at) === APP1 && view.getUint32(at + 4) === EXIF) return tagIn(view, at + 10);
  }
  return 1;
}

/** Of the first directory of a TIFF, which is what EXIF is. */
function tagIn(view: DataView, begin: number): number {
  const isLittle = view.getUint16(begin) === 0x4949;
  const directory = begin + view.getUint32(begin + 4, isLittle);
  const entries = view.getUint16(directory, isLittle);
  for (let at = directory + 2; at < directory + 2 + entries * 12; at += 12)
    if (view.getUint16(at, isLittle) === ORIENTATION) return view.getUint16(at + 8, isLittle);
  return 1;
}
