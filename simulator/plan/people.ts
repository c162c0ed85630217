/** Made-up persons: only the check digits of their numbers are real. */
import { checkDigitOf } from '../../domain/persons/resident-id.ts';
import { draws } from '../outside/draws.ts';

export interface Person {
  readonly name: string;
  readonly idNumber: string;
  /** A mobile, a fixed line that takes no SMS, or none. */
  readonly phone: string | undefined;
  readonly localHukou: boolean;
  readonly employer: { readonly name: string; readonly telephone: string } | undefined;
  readonly agent: { readonly name: string; readonly telephone: string; readonly relation: string } | undefined;
}

const FAMILY =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范';
const GIVEN = '伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红梅建国志文斌鑫宇浩婷雪琳晨佳慧颖凯龙飞鹏波宁';
const DOTTED = ['阿依古丽·买买提', '艾力·吐尔逊', '古丽娜尔·艾山', '巴特尔·其其格'];
/** Characters that only GB 18030 holds: every file and screen must bear them. */
const RARE = ['㛃', '䶮', '𬎆'];
const BIRTH_PLACES = [
  '110102',
  '120101',
  '130102',
  '210102',
  '310101',
  '320102',
  '330102',
  '370102',
  '420102',
  '510104',
];
const MOBILE_PREFIXES = ['130', '131', '135', '136', '138', '150', '152', '158', '177', '186', '188', '199'];

/** The same person for the same seed and number. */
export function personOf(seed: number, no: number): Person {
  const draw = draws(seed, 'person', no);
  const male = draw.chance('male', 0.55);
  const localHukou = draw.chance('localHukou', 0.35);
  // Without local registration men of 50 and women of 40 only get a temporary account: they would not apply.
  const earliest = localHukou ? (male ? 1968 : 1976) : male ? 1978 : 1988;
  const year = draw.integer('year', earliest, 2001);
  const day = `${pad(draw.integer('month', 1, 12), 2)}${pad(draw.integer('day', 1, 28), 2)}`;
  const sequence = pad(draw.integer('sequence', 0, 499) * 2 + (male ? 1 : 0), 3);
  const first17 = `${draw.pick('birthPlace', BIRTH_PLACES)}${year}${day}${sequence}`;
  return {
    name: nameOf(seed, no),
    idNumber: first17 + checkDigitOf(first17),
    phone: phoneOf(seed, no),
    localHukou,
    employer: draw.chance('employed', 0.8)
      ? {
          name: `样例单位${draw.integer('employer', 1, 90)}`,
          telephone: `010-6300${draw.integer('employerPhone', 1000, 9999)}`,
        }
      : undefined,
    agent: draw.chance('agent', 0.1)
      ? { name: nameOf(seed, no + 1_000_000), telephone: mobileOf(seed, no + 1_000_000), relation: '单位经办人' }
      : undefined,
  };
}

function nameOf(seed: number, no: number): string {
  const draw = draws(seed, 'name', no);
  if (draw.chance('dotted', 0.02)) return draw.pick('dottedName', DOTTED);
  const given = draw.chance('rare', 0.01) ? draw.pick('rareGiven', RARE) : draw.pick('given', [...GIVEN]);
  const second = draw.chance('short', 0.2) ? '' : draw.pick('second', [...GIVEN]);
  return draw.pick('family', [...FAMILY]) + given + second;
}

function phoneOf(seed: number, no: number): string | undefined {
  const kind = draws(seed, 'phone', no).weighted('kind', { mobile: 93, fixedLine: 4, none: 3 });
  if (kind === 'none') return undefined;
  return kind === 'mobile'
    ? mobileOf(seed, no)
    : `010-6${pad(draws(seed, 'phone', no).integer('line', 0, 9_999_999), 7)}`;
}

function mobileOf(seed: number, no: number): string {
  const draw = draws(seed, 'mobile', no);
  return draw.pick('prefix', MOBILE_PREFIXES) + pad(draw.integer('number', 0, 99_999_999), 8);
}

const pad = (number: number, digits: number): string => String(number).padStart(digits, '0');
