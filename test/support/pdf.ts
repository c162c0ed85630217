/** Reads a PDF back: its text as a reader of files finds it, and codes as a camera sees them. */
import { createCanvas } from '@napi-rs/canvas';
import {
  BarcodeFormat,
  BinaryBitmap,
  DecodeHintType,
  HybridBinarizer,
  MultiFormatReader,
  RGBLuminanceSource,
} from '@zxing/library';
import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

const open = (bytes: Uint8Array): Promise<PDFDocumentProxy> =>
  getDocument({ data: new Uint8Array(bytes), useSystemFonts: false, verbosity: 0 }).promise;

/** Of each page, its lines run together without blanks: where a line breaks says nothing. */
export async function pagesOf(bytes: Uint8Array): Promise<string[]> {
  const pdf = await open(bytes);
  const pages: string[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    pages.push(
      items
        .map((item) => ('str' in item ? item.str : ''))
        .join('')
        .replace(/\s/g, ''),
    );
  }
  await pdf.destroy();
  return pages;
}

export const textOf = async (bytes: Uint8Array): Promise<string> => (await pagesOf(bytes)).join('');

/** Texts that begin or end outside of the sheet, in points; what is clipped there nobody reads. */
export async function beyondTheSheet(bytes: Uint8Array): Promise<string[]> {
  const pdf = await open(bytes);
  const beyond: string[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const sheet = await pdf.getPage(number);
    const { width, height } = sheet.getViewport({ scale: 1 });
    for (const item of (await sheet.getTextContent()).items) {
      if (!('str' in item) || item.str.trim() === '') continue;
      const [left, low] = [item.transform[4] as number, item.transform[5] as number];
      if (left < 0 || left + item.width > width || low < 0 || low > height)
        beyond.push(`page ${String(number)}: ${item.str}`);
    }
  }
  await pdf.destroy();
  return beyond;
}

interface Drawn {
  /** Red, green, blue, opacity of each pixel, row by row from the top. */
  readonly pixels: Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
}

const PIXELS_A_POINT = 3;

async function drawn(bytes: Uint8Array, page: number): Promise<Drawn> {
  const pdf = await open(bytes);
  const sheet = await pdf.getPage(page);
  const viewport = sheet.getViewport({ scale: PIXELS_A_POINT });
  const [width, height] = [Math.ceil(viewport.width), Math.ceil(viewport.height)];
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  await sheet.render({ canvas: canvas as never, canvasContext: context as never, viewport }).promise;
  const { data } = context.getImageData(0, 0, width, height);
  await pdf.destroy();
  return { pixels: data, width, height };
}

/** Red, green and blue of places on a page, in points from its upper left corner. */
export async function coloursAt(
  bytes: Uint8Array,
  page: number,
  places: readonly (readonly [x: number, y: number])[],
): Promise<number[][]> {
  const { pixels, width } = await drawn(bytes, page);
  return places.map(([x, y]) => {
    const at = (Math.round(y * PIXELS_A_POINT) * width + Math.round(x * PIXELS_A_POINT)) * 4;
    return [...pixels.subarray(at, at + 3)];
  });
}

/** What a scanner reads of one page; undefined: nothing of this kind. */
export async function codeOf(bytes: Uint8Array, kind: 'qr' | 'code128', page = 1): Promise<string | undefined> {
  const { pixels, width, height } = await drawn(bytes, page);
  return bandByBand(pixels, width, height, kind);
}

/** High enough for a code of the kind, in the pixels of the sheet as it is drawn here. */
const BANDS = { qr: 700, code128: 60 } as const;

/** A scanner is held to the code; over a whole sheet it looks along a few lines only, and takes the text for parts of it. */
function bandByBand(
  pixels: Uint8ClampedArray,
  width: number,
  height: number,
  kind: keyof typeof BANDS,
): string | undefined {
  const high = Math.min(BANDS[kind], height);
  for (let top = 0; top + high <= height; top += high / 2) {
    const band = pixels.subarray(top * width * 4, (top + high) * width * 4);
    const text = decode(band, width, high, kind);
    if (text !== undefined) return text;
  }
  return undefined;
}

function decode(pixels: Uint8ClampedArray, width: number, height: number, kind: 'qr' | 'code128'): string | undefined {
  const grey = new Uint8ClampedArray(width * height);
  for (let at = 0; at < grey.length; at += 1) {
    grey[at] = (pixels[at * 4]! * 299 + pixels[at * 4 + 1]! * 587 + pixels[at * 4 + 2]! * 114) / 1000;
  }
  const reader = new MultiFormatReader();
  reader.setHints(
    new Map<DecodeHintType, unknown>([
      [DecodeHintType.POSSIBLE_FORMATS, [kind === 'qr' ? BarcodeFormat.QR_CODE : BarcodeFormat.CODE_128]],
      [DecodeHintType.TRY_HARDER, true],
    ]),
  );
  try {
    return reader.decode(new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(grey, width, height)))).getText();
  } catch {
    return undefined;
  }
}
