import { describe, expect, test } from 'vitest';
import { KeyBurst } from '../../web/src/pages/accept/key-burst.ts';
import { hasInitials, pinyinInitials } from '../../domain/pinyin-initials.ts';
import { nearerOffice } from '../../web/src/components/office-meant.ts';

describe('initials', () => {
  test.each([
    ['北京市朝阳区社会保险基金管理中心', 'bj'],
    ['北京市朝阳区社会保险基金管理中心', 'bjcy'],
    ['北京市朝阳区社会保险基金管理中心', 'BJSCYQ'],
    ['重庆市社会保险局', 'cq'],
    ['厦门市社会保险中心', 'xm'],
    ['六安市社会保险中心', 'la'],
    ['长沙市社会保险中心', 'cs'],
    ['洛阳市社会保险中心', 'ly'],
    ['龙岩市社会保险中心', 'ly'],
    ['瑞安市社会保险中心', 'ra'],
    ['荣成市社会保险服务中心', 'rcsb'],
    ['乐清市社会保险中心', 'yq'],
    ['乐山市社会保险局', 'ls'],
  ])('%s is found by %s', (name, typed) => expect(hasInitials(name, typed)).toBe(true));
  test.each([
    ['上海市社会保险事业管理中心', 'bj'],
    ['北京市朝阳区', 'jb'],
    ['北京市朝阳区', 'cy'],
    ['北京市朝阳区', ''],
    ['北京市', 'bjsx'],
  ])('%s is not found by %s', (name, typed) => expect(hasInitials(name, typed)).toBe(false));
  test('the nearest office stands first, where Enter takes it; letters of a number change nothing', () => {
    const offices = ['石家庄市社会保险事业管理中心 130100', '沈阳市社会保险中心 210100', '上海市社会保险中心 310000'];
    const first = (typed: string) => offices.toSorted((one, other) => nearerOffice(typed, one, other))[0];
    expect(first('sh')).toBe(offices[2]);
    expect(first('sj')).toBe(offices[0]);
    expect(first('SYS')).toBe(offices[1]);
    expect(first('社会')).toBe(offices[0]);
  });
  test.each([
    ['a', '阿安鞍澳'],
    ['b', '巴白宝北滨亳'],
    ['c', '沧昌常成池赤'],
    ['d', '大丹德定东敦'],
    ['e', '峨鄂恩额'],
    ['f', '防福抚阜富'],
    ['g', '甘赣高广贵桂'],
    ['h', '哈海邯杭合黄'],
    ['j', '吉济佳江晋九'],
    ['k', '喀开克昆'],
    ['l', '拉莱兰廊丽聊临柳六龙娄泸吕洛罗漯陆'],
    ['m', '马茂梅孟绵牡牟'],
    ['n', '南内宁怒聂'],
    ['o', '欧瓯'],
    ['p', '盘平萍莆普濮'],
    ['q', '七齐钦青衢泉'],
    ['r', '日任仁荣容融如汝瑞芮润若'],
    ['s', '三沙汕上韶绍石朔四苏宿绥遂'],
    ['t', '台泰唐天铁通铜'],
    ['w', '万威渭温乌无武'],
    ['x', '西锡厦仙咸襄新忻许'],
    ['y', '雅延盐扬伊宜义永榆玉云'],
    ['z', '枣张漳肇镇郑中舟株淄遵'],
  ])('%s begins each of %s', (letter, signs) => {
    for (const sign of signs) expect([sign, pinyinInitials(sign)[0]]).toEqual([sign, expect.stringContaining(letter)]);
  });
  test('blanks and brackets have none', () => {
    expect(pinyinInitials('杭州（A区） 330100').join('')).toBe('hzaq330100');
  });
});

describe('a burst of keys', () => {
  const typedAt = (text: string, gapMs: number): KeyBurst => {
    const burst = new KeyBurst();
    [...text].forEach((sign, at) => burst.add(sign, at * gapMs));
    return burst;
  };
  const LINE = '样例甲|110102199912310357';
  test('is a line while it comes, and over after a pause', () => {
    const last = (LINE.length - 1) * 5;
    expect(typedAt(LINE, 5).isLine(last + 5)).toBe(true);
    expect(typedAt(LINE, 5).text).toBe(LINE);
    expect(typedAt(LINE, 5).isLine(last + 1_500)).toBe(false);
    expect(typedAt(LINE, 1_500).isLine((LINE.length - 1) * 1_500)).toBe(false);
    expect(typedAt('short', 5).isLine(20)).toBe(false);
  });
  test('is one line, too, where the machine is busy or the reader slow', () => {
    expect(typedAt(LINE, 700).isLine(LINE.length * 700)).toBe(true);
    expect(typedAt(LINE, 700).text).toBe(LINE);
  });
  test('is of a machine where no hand is so fast', () => {
    expect(typedAt('short', 5).isOfMachine).toBe(true);
    expect(typedAt('   ', 5).isOfMachine).toBe(false);
    expect(typedAt(LINE, 120).isOfMachine).toBe(false);
  });
  test('begins anew after a pause', () => {
    const burst = typedAt('138', 5);
    expect(burst.add('x', 2_000)).toBe(true);
    expect(burst.add('y', 2_005)).toBe(false);
    expect(burst.text).toBe('xy');
    burst.end();
    expect(burst.text).toBe('');
  });
});
