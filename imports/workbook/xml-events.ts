/** XML of a workbook's part as events, piece by piece; nothing is expanded, and what is not well-formed is refused. */
import { SaxesParser } from 'saxes';
import { damaged } from './part-stream.ts';

export interface XmlEvents {
  /** Names without their prefix. */
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  close?(name: string): void;
}

/** Text of one cell has 32,767 characters at most; so much without an element is no workbook. */
const MOST_WITHOUT_ELEMENT = 4 * 1024 * 1024;

/** Yields after each piece, so that what the events have gathered can go on. */
export async function* readEvents(pieces: AsyncIterable<string>, events: XmlEvents): AsyncIterable<void> {
  const parser = new SaxesParser({ xmlns: false });
  let withoutElement = 0;
  parser.on('error', () => {
    throw damaged();
  });
  parser.on('doctype', () => {
    throw damaged();
  });
  parser.on('opentag', ({ name, attributes }) => {
    withoutElement = 0;
    events.open(localName(name), attributes);
  });
  parser.on('text', (text) => events.text?.(text));
  parser.on('cdata', (text) => events.text?.(text));
  parser.on('closetag', ({ name }) => events.close?.(localName(name)));
  for await (const piece of pieces) {
    withoutElement += piece.length;
    if (withoutElement > MOST_WITHOUT_ELEMENT + piece.length) throw damaged();
    parser.write(piece);
    yield;
  }
  parser.close();
  yield;
}

/** All of a small part. */
export async function readAll(pieces: AsyncIterable<string>, events: XmlEvents): Promise<void> {
  for await (const piece of readEvents(pieces, events)) void piece;
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);
