/** QR and Code 128 as drawings: they stay sharp at any size, and hold no text that a font could lack. */
import { toSVG, type RenderOptions } from 'bwip-js/node';
import type { Content } from './content.ts';

/** Points of a millimetre. */
export const MM = 72 / 25.4;

/** Its types know the options of all codes alone, not those of one. */
const drawn = (options: RenderOptions & { readonly eclevel?: string }): string => toSVG(options);

/** A telephone reads it from a hand's breadth; a quarter of it may be soiled. */
export const qrCode = (text: string, { sizeMm = 26 }: { sizeMm?: number } = {}): Content => ({
  svg: drawn({ bcid: 'qrcode', text, eclevel: 'Q' }),
  fit: [sizeMm * MM, sizeMm * MM],
});

/** With its text below, for whoever must type it. @throws Error for anything but ASCII */
export const code128 = (
  text: string,
  { widthMm = 70, heightMm = 14 }: { widthMm?: number; heightMm?: number } = {},
): Content => ({
  stack: [
    { svg: drawn({ bcid: 'code128', text, height: heightMm }), fit: [widthMm * MM, heightMm * MM] },
    { text, fontSize: 10, characterSpacing: 1.2, alignment: 'center', margin: [0, 3, 0, 0] },
  ],
});
