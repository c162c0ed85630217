/**
 * A cell of a CSV that a spreadsheet would take for a formula gets an apostrophe before it, and loses it again when it is read. What has
 * such an apostrophe of its own gets one more: so nothing is lost on the way there and back.
 */

/** The signs with which formulas begin, in either width; a tab or a line break before them hides them from people only. */
const GUARDED = /^'*[=+\-@\t\r\n＝＋－＠]/;
const GUARD = "'";

export const withGuard = (text: string): string => (GUARDED.test(text) ? GUARD + text : text);

export const withoutGuard = (text: string): string =>
  text.startsWith(GUARD) && GUARDED.test(text) ? text.slice(GUARD.length) : text;
