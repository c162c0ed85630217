/** The parts of a workbook that its sheets refer to: their list, shared texts, and which styles are dates. */
import { posix } from 'node:path';
import type { Epoch } from '../../domain/time/serial-day.ts';
import type { Container } from './container.ts';
import { isDateFormat } from './date-format.ts';
import { damaged, partText, type PartLimit } from './part-stream.ts';
import { readAll } from './xml-events.ts';

export interface Book {
  readonly container: Container;
  readonly epoch: Epoch;
  /** Those that a person sees. */
  readonly sheets: readonly Sheet[];
  readonly texts: readonly string[];
  isDate(style: number): boolean;
}

export interface Sheet {
  /** As a person counts them, from 1: its name may be anybody's. */
  readonly number: number;
  readonly part: string;
}

const MB = 1024 * 1024;
const SMALL: PartLimit = { bytes: 16 * MB, what: 'a part' };
/** Held in memory while the file is read. */
const TEXTS: PartLimit = { bytes: 160 * MB, what: 'the list of texts' };

export async function readBook(container: Container): Promise<Book> {
  const root = [...(await relations(container, '')).values()].find(({ type }) => type === 'officeDocument');
  if (!root) throw damaged();
  const parts = await relations(container, root.target);
  const { epoch, listed } = await readWorkbook(container, root.target);
  const sheets = listed.flatMap(({ id, isHidden }, index) => {
    const part = parts.get(id);
    return part?.type === 'worksheet' && !isHidden ? [{ number: index + 1, part: part.target }] : [];
  });
  const partOf = (type: string): string | undefined => [...parts.values()].find((part) => part.type === type)?.target;
  const texts = partOf('sharedStrings');
  const styles = partOf('styles');
  return {
    container,
    epoch,
    sheets,
    texts: texts === undefined ? [] : await readTexts(container, texts),
    isDate: styles === undefined ? () => false : await readDateStyles(container, styles),
  };
}

interface Relation {
  /** The last word of its address. */
  readonly type: string;
  readonly target: string;
}

/** What a part refers to, by id; of the part '' what the whole consists of. */
async function relations(container: Container, part: string): Promise<Map<string, Relation>> {
  const folder = posix.dirname(part);
  const found = new Map<string, Relation>();
  await readAll(partText(container, posix.join(folder, '_rels', `${posix.basename(part)}.rels`), SMALL), {
    open(name, { Id: id, Type: type = '', Target: target = '' }) {
      if (name !== 'Relationship' || id === undefined) return;
      const path = target.startsWith('/') ? target.slice(1) : posix.join(folder, target);
      found.set(id, { type: type.slice(type.lastIndexOf('/') + 1), target: path });
    },
  });
  return found;
}

async function readWorkbook(container: Container, part: string) {
  const listed: { id: string; isHidden: boolean }[] = [];
  let epoch: Epoch = '1900';
  await readAll(partText(container, part, SMALL), {
    open(name, attributes) {
      if (name === 'workbookPr' && ['1', 'true'].includes(attributes.date1904 ?? '')) epoch = '1904';
      if (name !== 'sheet') return;
      const id = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1] ?? '';
      listed.push({ id, isHidden: (attributes.state ?? 'visible') !== 'visible' });
    },
  });
  return { epoch, listed };
}

async function readTexts(container: Container, part: string): Promise<string[]> {
  const texts: string[] = [];
  const reading = new TextReading();
  await readAll(partText(container, part, TEXTS), {
    open: (name) => reading.open(name),
    text: (text) => reading.add(text),
    close(name) {
      reading.close(name);
      if (name === 'si') texts.push(reading.take());
    },
  });
  return texts;
}

/** Text of runs in one; how it is pronounced (`rPh`) is none of it. */
export class TextReading {
  #text = '';
  #isText = false;
  #isPronounced = false;

  open(name: string): void {
    if (name === 'rPh') this.#isPronounced = true;
    this.#isText = name === 't' && !this.#isPronounced;
  }

  add(text: string): void {
    if (this.#isText) this.#text += text;
  }

  close(name: string): void {
    if (name === 'rPh') this.#isPronounced = false;
    if (name === 't') this.#isText = false;
  }

  take(): string {
    const text = unescaped(this.#text);
    this.#text = '';
    return text;
  }
}

/** `_x000D_` stands for a character that XML does not have. */
export const unescaped = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;

async function readDateStyles(container: Container, part: string): Promise<(style: number) => boolean> {
  const formats = new Map<number, string>();
  const styles: number[] = [];
  let inStyles = false;
  await readAll(partText(container, part, SMALL), {
    open(name, { numFmtId = '0', formatCode = '' }) {
      if (name === 'numFmt') formats.set(Number(numFmtId), formatCode);
      if (name === 'cellXfs') inStyles = true;
      if (name === 'xf' && inStyles) styles.push(Number(numFmtId));
    },
    close(name) {
      if (name === 'cellXfs') inStyles = false;
    },
  });
  const dates = styles.map((id) => isDateFormat(id, formats.get(id)));
  return (style) => dates[style] ?? false;
}
