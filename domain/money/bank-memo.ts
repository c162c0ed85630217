/** What a bank memo (附言) names. There is no binding format: everything that may be a key is given back, the ledger decides. */
import { cleanText } from '../folded-text.ts';
import { normalisePersonName } from '../persons/person-name.ts';
import { checkResidentId, upgradeLegacyId } from '../persons/resident-id.ts';

export interface MemoKeys {
  /** Case or letter numbers, in capitals, in the order of the memo. */
  readonly caseNumbers: readonly string[];
  /** Whole ID numbers of 18 characters whose check digit is right. */
  readonly idNumbers: readonly string[];
  /** Six characters that may be the end of an ID number. */
  readonly lastSixes: readonly string[];
  /** Possible names, in their form for look-up. */
  readonly names: readonly string[];
  /** It says that the money is only a part. */
  readonly marksPart: boolean;
}

/** A batch of a whole province has a thousand names; more are no names, and the bound keeps a hostile file cheap. */
const MOST_NAMES = 2000;

const PART =
  /个人账户|个人帐户|个账|统筹|部分|分次|分笔|分批|年金|利息|首笔|首次|尾款|第[0-9一二三四五六七八九十]+[笔次批]/u;
const HAN = String.raw`\p{Script=Han}\u{20000}-\u{3FFFF}\uE000-\uF8FF`;
const HAN_RUN = new RegExp(`[${HAN}]+(?:[·•‧∙⋅・●.][${HAN}]+)*`, 'gu');

/** Words around a name that are not part of it, the longest first. */
const WORDS = [
  '养老保险关系转移接续',
  '养老保险关系转移',
  '养老关系转移',
  '养老保险转移',
  '养老保险基金',
  '基本养老保险',
  '养老保险',
  '养老转移',
  '养老金',
  '转移基金',
  '基金转移',
  '基金划转',
  '关系转移',
  '转移接续',
  '转移资金',
  '转移收入',
  '转移款',
  '职业年金',
  '统筹基金',
  '个人账户',
  '个人帐户',
  '社会保险',
  '公民身份号码',
  '身份证号码',
  '身份证号',
  '身份证',
  '业务编号',
  '联系函号',
  '联系函',
  '编号',
  '姓名',
  '参保人',
  '社保',
  '养老',
  '转移',
  '划转',
  '统筹',
  '个账',
  '年金',
  '补缴',
  '部分',
].sort((a, b) => b.length - a.length);

/** A bank breaks its lines where they are full, also inside a word or a number: keys are looked for in the lines and across them. */
export function readMemo(memo: string): MemoKeys {
  if (!/[\r\n]/.test(memo)) return readLine(memo);
  const [apart, joined] = [readLine(memo.replace(/[\r\n]+/g, ' ')), readLine(memo.replace(/[ \t]*[\r\n]+[ \t]*/g, ''))];
  return {
    caseNumbers: unique([...apart.caseNumbers, ...joined.caseNumbers]),
    idNumbers: unique([...apart.idNumbers, ...joined.idNumbers]),
    lastSixes: unique([...apart.lastSixes, ...joined.lastSixes]),
    names: unique([...apart.names, ...joined.names]),
    marksPart: apart.marksPart || joined.marksPart,
  };
}

function readLine(memo: string): MemoKeys {
  // Circled and bracketed figures would become digits of the number beside them.
  const text = cleanText(memo.replace(/[\u2460-\u24FF\u2070-\u209F\u00B2\u00B3\u00B9]/g, ' ')).toUpperCase();
  return {
    caseNumbers: readCaseNumbers(text),
    idNumbers: readIdNumbers(text),
    lastSixes: unique(text.match(/(?<![0-9])\d{5}[0-9X](?![0-9])/g) ?? []),
    names: readNames(text),
    marksPart: PART.test(text),
  };
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)];
}

/** Letters and a whole run of digits: one digit too many is another number. */
function readCaseNumbers(text: string): string[] {
  const found = text.matchAll(/(?<![A-Z])([A-Z]{2,6})[ :#_-]{0,2}(\d{6,24})(?!\d)/g);
  return unique(Array.from(found, ([, letters, digits]) => `${letters ?? ''}${digits ?? ''}`));
}

function readIdNumbers(text: string): string[] {
  const whole = Array.from(text.matchAll(/(?<!\d)(\d{6})[ -]?(\d{8})[ -]?(\d{3}[\dX])(?!\d)/g), (match) =>
    match.slice(1).join(''),
  );
  const legacy = (text.match(/(?<!\d)\d{15}(?!\d)/g) ?? []).map(upgradeLegacyId);
  return unique([...whole, ...legacy]).filter((id) => checkResidentId(id).ok);
}

/** Whole runs of ideographs, without the words of the trade at either end: a name inside a longer one is not named. */
function readNames(text: string): string[] {
  const runs = Array.from(text.matchAll(HAN_RUN), (match) => ({
    name: stripWords(match[0]),
    begin: match.index,
    end: match.index + match[0].length,
  }));
  const names = runs.map(({ name }) => name);
  for (const [index, run] of runs.entries()) {
    const next = runs[index + 1];
    // `王 军` is padded, `王?买买提` lost its dot in some bank's character set.
    if (next && /^(?: +|\?)$/.test(text.slice(run.end, next.begin))) names.push(run.name + next.name);
  }
  const latin = text.match(/(?<![A-Z0-9])[A-Z]+(?:[ .'-][A-Z]+)+(?![A-Z0-9])/g) ?? [];
  return unique([...names, ...latin].map(normalisePersonName))
    .filter((name) => [...name].length >= 2 && [...name].length <= 50)
    .slice(0, MOST_NAMES);
}

function stripWords(run: string): string {
  let rest = run;
  for (let before = ''; rest !== before;) {
    before = rest;
    for (const word of WORDS) {
      if (rest.startsWith(word)) rest = rest.slice(word.length);
      if (rest.endsWith(word)) rest = rest.slice(0, -word.length);
    }
  }
  return rest;
}
