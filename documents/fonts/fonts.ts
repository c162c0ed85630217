/** The fonts of papers, in order: a character is printed with the first that has it. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import * as fontkit from 'fontkit';

const packaged = (file: string): string =>
  createRequire(import.meta.url).resolve(`@expo-google-fonts/noto-sans-sc/${file}`);
const beside = (file: string): string => fileURLToPath(new URL(file, import.meta.url));

export interface FontFace {
  readonly name: string;
  readonly normal: string;
  readonly bold: string;
  has(codePoint: number): boolean;
}

/** Opened for the first character that those before it lack: a font of sixty thousand costs a second and 50 MB. */
const face = (name: string, normal: string, bold = normal): FontFace => {
  let characters: ReadonlySet<number> | undefined;
  return { name, normal, bold, has: (codePoint) => (characters ??= charactersOf(normal)).has(codePoint) };
};

/** @param more files of fonts that the office has beside ours, for characters that none of ours has */
export function loadFonts(more: readonly string[]): readonly FontFace[] {
  return [
    face('Sans', packaged('400Regular/NotoSansSC_400Regular.ttf'), packaged('700Bold/NotoSansSC_700Bold.ttf')),
    face('RareHongKong', beside('./noto-sans-hk-rare.ttf')),
    face('RareJapan', beside('./noto-sans-jp-rare.ttf')),
    ...more.map((file, index) => face(`Office${index + 1}`, file)),
  ];
}

/** @throws Error for what is no font, or a collection of several: one file is one font */
function charactersOf(file: string): ReadonlySet<number> {
  const font = fontkit.create(readFileSync(file));
  if (!('characterSet' in font)) throw new Error(`${file} holds several fonts; name a file of one`);
  return new Set(font.characterSet);
}
