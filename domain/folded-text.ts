/** Text that a person or a file brings, as it is meant: the one place that says which differences of writing say nothing. */
import { standardCharacters } from './private-use.ts';

/** Marks of direction, joiners, soft hyphens, byte-order marks inside: nobody typed them on purpose, and nobody sees them. */
const INVISIBLE = /[\p{Cf}\u115F\u1160\u3164\uFFA0\u034F\u17B4\u17B5]/gu;
/** They choose between two drawings of one character. */
const VARIANT_OF_DRAWING = /[\u180B-\u180F\uFE00-\uFE0F\u{E0100}-\u{E01EF}]/gu;
const ASCII = /^[\x20-\x7E]*$/;

/** To be kept and shown: what is private is standard, what is invisible is gone; how it is written stays. */
export function tidyText(text: string): string {
  if (ASCII.test(text)) return text.trim();
  return standardCharacters(text).replace(INVISIBLE, '').trim();
}

/** One width, one kind of quote, dash and blank; the protection with which spreadsheets wrap a cell (`="…"`) is off. Case and single blanks stay. */
export function cleanText(text: string): string {
  const plain = ASCII.test(text) ? text : foldCharacters(text);
  const bare = plain.trim();
  return (/^="(.*)"$/s.exec(bare)?.[1] ?? bare).replace(/\s+/g, ' ').trim();
}

function foldCharacters(text: string): string {
  return standardCharacters(text)
    .replace(INVISIBLE, '')
    .replace(VARIANT_OF_DRAWING, '')
    .normalize('NFKC')
    .replace(/[\u2018-\u201B\u2032\u02BC`´]/g, "'")
    .replace(/[\u201C-\u201F\u2033]/g, '"')
    .replace(/[\u2010-\u2015\u2212]/g, '-');
}

/** As two writings are compared: blanks, line breaks, width and case are the format's, and say nothing. */
export const foldText = (text: string): string => cleanText(text).replace(/\s/g, '').toUpperCase();

/**
 * Of a number, code or account: digits of every keyboard are the same; the apostrophe before it and quotes around it keep a
 * spreadsheet from counting with it.
 */
export const foldNumber = (text: string): string => foldText(foldDigits(text)).replace(/^['"]+|['"]+$/g, '');

/** Arabic and Persian keyboards have digits of their own, and an input method for Chinese has full-width ones. */
export const foldDigits = (text: string): string =>
  text.replace(/[\u0660-\u0669\u06F0-\u06F9\uFF10-\uFF19]/g, (digit) => String(digit.charCodeAt(0) & 15));
