/** Papers that arrived, laid behind what is drawn: a page of ours for each of theirs, with its heading and its number. */
import { degrees, PDFDocument, type PDFImage, type PDFPage } from '@cantoo/pdf-lib';
import type { BoundScan, Scan } from '../kind.ts';
import { turnOf, type Turn } from './jpeg-turn.ts';
import { embedPicture } from './pictures.ts';

/** Of an A4 sheet in points: below the heading, above the foot. */
const ROOM = { left: 46, bottom: 64, width: 503, height: 690 };
/** A file of ten megabytes can hold tens of thousands of empty pages. */
const MOST_PAGES = 300;

/** How many sheets each takes. What cannot be read takes one, on which that is said. */
export async function bound(scans: readonly Scan[]): Promise<BoundScan[]> {
  const all: BoundScan[] = [];
  for (const scan of scans) all.push({ ...scan, ...(await sheetsOf(scan)) });
  return all;
}

async function sheetsOf({ mediaType, bytes }: Scan): Promise<Pick<BoundScan, 'sheets' | 'lacks'>> {
  if (bytes === null) return { sheets: 1, lacks: 'tooLarge' };
  try {
    // On a sheet of its own: what fails in the file that is kept would fail that file.
    const trial = await PDFDocument.create();
    const places = await placesOf(trial, mediaType, bytes);
    await trial.flush();
    if (places.length > MOST_PAGES) return { sheets: 1, lacks: 'tooLarge' };
    return places.length === 0 ? { sheets: 1, lacks: 'unreadable' } : { sheets: places.length, lacks: null };
  } catch {
    return { sheets: 1, lacks: 'unreadable' };
  }
}

/** Their sheets are the last ones, in their order. */
export async function withScans(drawn: Uint8Array, scans: readonly BoundScan[]): Promise<Uint8Array> {
  const pdf = await PDFDocument.load(drawn);
  const sheets = pdf.getPages().slice(-scans.reduce((sum, { sheets: more }) => sum + more, 0));
  for (const { mediaType, bytes, sheets: count, lacks } of scans) {
    const own = sheets.splice(0, count);
    if (lacks !== null || bytes === null) continue;
    const places = await placesOf(pdf, mediaType, bytes);
    places.forEach((place, at) => place(own[at]!));
  }
  return pdf.save();
}

type Place = (sheet: PDFPage) => void;

/** @throws Error for a file that cannot be read: broken, or locked with a password */
const placesOf = async (pdf: PDFDocument, mediaType: string, bytes: Uint8Array): Promise<Place[]> =>
  mediaType === 'application/pdf' ? pagesOf(pdf, bytes) : [picturePlace(await embedPicture(pdf, bytes), turnOf(bytes))];

async function pagesOf(pdf: PDFDocument, bytes: Uint8Array): Promise<Place[]> {
  const pages = (await PDFDocument.load(bytes)).getPages().slice(0, MOST_PAGES + 1);
  return Promise.all(pages.map((page) => pagePlace(pdf, page)));
}

/** Never larger than it is: a stamp blown up to a sheet says no more. */
const scaleOf = (width: number, height: number): number => Math.min(ROOM.width / width, ROOM.height / height, 1);

/** At the top of the room, in its middle. */
function boxOf(width: number, height: number) {
  const scale = scaleOf(width, height);
  const [wide, high] = [width * scale, height * scale];
  return { left: ROOM.left + (ROOM.width - wide) / 2, bottom: ROOM.bottom + ROOM.height - high, wide, high };
}

/** Upright, however the telephone was held. */
function picturePlace(picture: PDFImage, { isAcross, fromRight, fromTop }: Turn): Place {
  const { left, bottom, wide, high } = isAcross
    ? boxOf(picture.height, picture.width)
    : boxOf(picture.width, picture.height);
  const [alongX, fromX] = fromRight ? [-wide, left + wide] : [wide, left];
  const [alongY, fromY] = fromTop ? [-high, bottom + high] : [high, bottom];
  // Of the picture as the unit square: where its own two edges lie on the sheet.
  const matrix = isAcross
    ? ([0, alongY, alongX, 0, fromX, fromY] as const)
    : ([alongX, 0, 0, alongY, fromX, fromY] as const);
  return (sheet) => sheet.drawImage(picture, { matrix: [...matrix], x: 0, y: 0, width: 1, height: 1 });
}

/** As a reader of files shows it: what its crop box leaves, turned as it says. A blank one stays blank. */
async function pagePlace(pdf: PDFDocument, page: PDFPage): Promise<Place> {
  if (!page.node.Contents()) return () => undefined;
  const { x, y, width, height } = page.getCropBox();
  const embedded = await pdf.embedPage(page, { left: x, bottom: y, right: x + width, top: y + height });
  const turn = ((page.getRotation().angle % 360) + 360) % 360;
  const isAcross = turn === 90 || turn === 270;
  const { left, bottom, wide, high } = isAcross ? boxOf(height, width) : boxOf(width, height);
  const at = {
    x: turn === 180 || turn === 270 ? left + wide : left,
    y: turn === 90 || turn === 180 ? bottom + high : bottom,
  };
  const size = isAcross ? { width: high, height: wide } : { width: wide, height: high };
  return (sheet) => sheet.drawPage(embedded, { ...at, ...size, rotate: degrees(-turn) });
}
