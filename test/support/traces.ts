/** Finds a value wherever it was written: as it is, as bytes in hexadecimal, and inside base64 at whatever place. */
export function tracesOf(value: string): string[] {
  const bytes = Buffer.from(value);
  const inBase64 = [0, 1, 2].map((before) => {
    const coded = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64');
    // What stands at the ends depends on its neighbours.
    return coded.slice(Math.ceil((before * 8) / 6), Math.floor(((before + bytes.length) * 8) / 6));
  });
  const escaped = JSON.stringify(value).slice(1, -1);
  const asAscii = escaped.replace(/[^\x20-\x7e]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return [...new Set([value, bytes.toString('hex'), encodeURIComponent(value), asAscii, ...inBase64])];
}
