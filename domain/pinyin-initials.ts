/** The first letters of a Chinese name in pinyin, as offices are called up by: the order of the collation tells them, without a table. Pure. */

/** In the order of the collation the first sign of each letter; those that have another reading somewhere lie elsewhere in it. */
const FIRSTS = [...'阿八嚓哒妸发旮哈讥咔垃妈拏噢妑七呥仨他穵夕丫帀'];
const LETTERS = [...'abcdefghjklmnopqrstwxyz'];
const PINYIN = new Intl.Collator('zh-CN-u-co-pinyin');

/** In names of places read otherwise than usual; both readings find them. */
const IN_PLACES: Readonly<Record<string, string>> = {
  重: 'c',
  长: 'c',
  厦: 'x',
  番: 'p',
  单: 's',
  蔚: 'y',
  铅: 'y',
  乐: 'y',
  浚: 'x',
  涡: 'g',
  泌: 'b',
  峙: 's',
  洞: 't',
  筠: 'j',
  犍: 'q',
  枞: 'z',
  圩: 'x',
  解: 'x',
};

function letterOf(sign: string): string {
  if (/^[A-Za-z0-9]$/.test(sign)) return sign.toLowerCase();
  if (!/^\p{Script=Han}$/u.test(sign)) return '';
  const at = FIRSTS.findLastIndex((first) => PINYIN.compare(first, sign) <= 0);
  return LETTERS[at] ?? '';
}

/** Each sign by every letter that it may begin with. */
export const pinyinInitials = (name: string): readonly string[] =>
  [...name]
    .map((sign) => [...new Set([letterOf(sign), IN_PLACES[sign] ?? ''])].join(''))
    .filter((letters) => letters !== '');

/** `bjcy` finds 北京市朝阳区…, whose signs stand in this order, if not side by side; the first one begins the name. */
export const hasInitials = (name: string, typed: string): boolean => signsOfInitials(name, typed) !== undefined;

/** How many signs of the name it takes to find all that is typed: 2 for `sh` in 上海市…, more in 石家庄市社会…; undefined when they are not there. Pure. */
export function signsOfInitials(name: string, typed: string): number | undefined {
  const letters = pinyinInitials(name);
  const wanted = [...typed.toLowerCase()];
  if (wanted.length === 0 || letters[0]?.includes(wanted[0]!) !== true) return undefined;
  let at = 0;
  for (const letter of wanted) {
    while (at < letters.length && letters[at]?.includes(letter) !== true) at += 1;
    if (at === letters.length) return undefined;
    at += 1;
  }
  return at;
}
