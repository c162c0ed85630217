/** Characters that had no standard code point when GBK was written down: old systems keep them in the private use area. */

/** Two bytes FE50 to FEA0 of GBK, private from U+E815 on; since GB 18030-2005 and -2022 all of them are standard characters. */
const FROM_E815 =
  '⺁𠂇𠂉𠃌⺄㑳㑇⺈⺋龴㖞㘚㘎⺌⺗㥮㤘龵㧏㧟' +
  '㩳㧐龶龷㭎㱮㳠⺧𡗗龸⺪䁖䅟⺮䌷⺳⺶⺷𢦏䎱' +
  '䎬⺻䏝䓖䙡䙌龹䜣䜩䝼䞍⻊䥇䥺䥽䦂䦃䦅䦆䦟' +
  '䦛䦷䦶龺𤇾䲣䲟䲠䲡䱷䲢䴓䴔䴕䴖䴗䴘䴙䶮龻';

const FIRST = 0xe815;

/** Vertical punctuation, two letters of pinyin, and the ideographic blank, from other rows of GBK. */
const OTHERS: readonly (readonly [number, string])[] = [
  ...Array.from('︐︒︑︓︔︕︖︗︘︙', (character, place) => [0xe78d + place, character] as const),
  [0xe7c7, 'ḿ'],
  [0xe7c8, 'ǹ'],
  [0xe5e5, '\u3000'],
];

const TWINS: ReadonlyMap<string, string> = new Map([
  ...Array.from(FROM_E815, (character, place) => [String.fromCharCode(FIRST + place), character] as const),
  ...OTHERS.map(([code, character]) => [String.fromCharCode(code), character] as const),
]);

/** What is private to somebody else stays as it is. */
export function standardCharacters(text: string): string {
  return text.replace(/[\uE5E5-\uE864]/g, (character) => TWINS.get(character) ?? character);
}
