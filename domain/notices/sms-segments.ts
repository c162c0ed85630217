/** How a text travels: in the seven-bit alphabet of GSM 03.38 if it knows every character, else in UCS-2; and as how many messages it is paid. */

export interface SmsLength {
  readonly alphabet: 'gsm7' | 'ucs2';
  /** In units of the alphabet: a character of the GSM extension counts two, one beyond the basic plane too. */
  readonly units: number;
  readonly segments: number;
}

const GSM =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
const GSM_EXTENSION = '\f^{}\\[~]|€';

/** Of one message, and of each of several, which begin with a header. */
const ROOM = { gsm7: [160, 153], ucs2: [70, 67] } as const;

export function smsLength(text: string): SmsLength {
  const characters = [...text];
  const isGsm = characters.every((one) => GSM.includes(one) || GSM_EXTENSION.includes(one));
  const alphabet = isGsm ? 'gsm7' : 'ucs2';
  const sizes = characters.map((one) => (isGsm ? (GSM_EXTENSION.includes(one) ? 2 : 1) : one.length));
  const units = sizes.reduce((sum, size) => sum + size, 0);
  const [alone, each] = ROOM[alphabet];
  return { alphabet, units, segments: units <= alone ? Math.min(units, 1) : partsOf(sizes, each) };
}

/** No character is cut in two: what does not fit any more begins the next part. */
function partsOf(sizes: readonly number[], room: number): number {
  let parts = 1;
  let used = 0;
  for (const size of sizes) {
    if (used + size > room) {
      parts += 1;
      used = 0;
    }
    used += size;
  }
  return parts;
}
