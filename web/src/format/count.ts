const formats = new Map<string, Intl.NumberFormat>();

/** `12345` → "12,345". */
export function formatCount(count: number, language: string): string {
  const format = formats.get(language) ?? new Intl.NumberFormat(language);
  formats.set(language, format);
  return format.format(count);
}

/** A file's size: `48213` → "48 kB". */
export function formatSize(bytes: number, language: string): string {
  const kilobytes = Math.max(1, Math.round(bytes / 1000));
  return new Intl.NumberFormat(language, { style: 'unit', unit: 'kilobyte' }).format(kilobytes);
}
