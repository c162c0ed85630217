/**
 * The State Council's notices on public holidays as they were published, read without anything of the product: 国办发明电〔2022〕16号,
 * 〔2023〕7号, 〔2024〕12号, 〔2025〕7号.
 */

const PUBLISHED: Readonly<Record<number, string>> = {
  2023: `一、元旦：2022年12月31日至2023年1月2日放假调休，共3天。
    二、春节：1月21日至27日放假调休，共7天。1月28日（星期六）、1月29日（星期日）上班。
    三、清明节：4月5日放假，共1天。
    四、劳动节：4月29日至5月3日放假调休，共5天。4月23日（星期日）、5月6日（星期六）上班。
    五、端午节：6月22日至24日放假调休，共3天。6月25日（星期日）上班。
    六、中秋节、国庆节：9月29日至10月6日放假调休，共8天。10月7日（星期六）、10月8日（星期日）上班。`,
  2024: `一、元旦：1月1日放假，与周末连休。
    二、春节：2月10日至17日放假调休，共8天。2月4日（星期日）、2月18日（星期日）上班。
    三、清明节：4月4日至6日放假调休，共3天。4月7日（星期日）上班。
    四、劳动节：5月1日至5日放假调休，共5天。4月28日（星期日）、5月11日（星期六）上班。
    五、端午节：6月10日放假，与周末连休。
    六、中秋节：9月15日至17日放假调休，共3天。9月14日（星期六）上班。
    七、国庆节：10月1日至7日放假调休，共7天。9月29日（星期日）、10月12日（星期六）上班。`,
  2025: `一、元旦：1月1日（周三）放假1天，不调休。
    二、春节：1月28日（农历除夕、周二）至2月4日（农历正月初七、周二）放假调休，共8天。1月26日（周日）、2月8日（周六）上班。
    三、清明节：4月4日（周五）至6日（周日）放假，共3天。
    四、劳动节：5月1日（周四）至5日（周一）放假调休，共5天。4月27日（周日）上班。
    五、端午节：5月31日（周六）至6月2日（周一）放假，共3天。
    六、国庆节、中秋节：10月1日（周三）至8日（周三）放假调休，共8天。9月28日（周日）、10月11日（周六）上班。`,
  2026: `一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
    二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
    三、清明节：4月4日（周六）至6日（周一）放假，共3天。
    四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
    五、端午节：6月19日（周五）至21日（周日）放假，共3天。
    六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
    七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。`,
};
const DAY_MS = 86_400_000;
const WEEKDAYS = '日一二三四五六';
const DATE = /(?:(\d{4})年)?(?:(\d+)月)?(\d+)日(?:（[^）]*?(?:周|星期)(.)）)?/g;

export const isoDay = (ms: number): string => new Date(ms).toISOString().slice(0, 10);
export const msOf = (day: string): number => Date.parse(`${day}T00:00:00Z`);

interface Days {
  readonly rest: ReadonlySet<string>;
  readonly work: ReadonlySet<string>;
}

/** The days of the text, each in the year and month said last; a weekday that a notice names must be that day's. */
function daysIn(text: string, inYear: number): string[] {
  let [year, month] = [inYear, 0];
  return [...text.matchAll(DATE)].map(([written, ownYear, ownMonth, date, weekday]) => {
    year = ownYear === undefined ? year : Number(ownYear);
    month = ownMonth === undefined ? month : Number(ownMonth);
    const ms = Date.UTC(year, month - 1, Number(date));
    if (weekday !== undefined && WEEKDAYS[new Date(ms).getUTCDay()] !== weekday) throw new Error(`not so: ${written}`);
    return isoDay(ms);
  });
}

function readNotices(): Days {
  const [rest, work] = [new Set<string>(), new Set<string>()];
  for (const [year, text] of Object.entries(PUBLISHED))
    for (const sentence of text.split('。')) {
      const days = daysIn(sentence, Number(year));
      if (sentence.endsWith('上班')) for (const day of days) work.add(day);
      else for (const day of restOf(sentence, days)) rest.add(day);
    }
  return { rest, work };
}

/** From the first day to the last; as many as the notice counts. */
function restOf(sentence: string, days: readonly string[]): string[] {
  const [first, last = first] = days;
  if (first === undefined || last === undefined) return [];
  const all = Array.from({ length: (msOf(last) - msOf(first)) / DAY_MS + 1 }, (_, no) =>
    isoDay(msOf(first) + no * DAY_MS),
  );
  const counted = /共(\d+)天|放假(\d)天/.exec(sentence);
  if (counted && Number(counted[1] ?? counted[2]) !== all.length) throw new Error(`not so many: ${sentence}`);
  return all;
}

const { rest, work } = readNotices();

const isWeekend = (day: string): boolean => new Date(msOf(day)).getUTCDay() % 6 === 0;
const isWorked = (day: string): boolean => work.has(day) || (!rest.has(day) && !isWeekend(day));

/** Day by day until enough of them are worked; the first day is not counted. Provisional: later than any notice speaks of. */
export function dueBy(startedOn: string, workingDays: number) {
  const skipped: { date: string; why: 'weekend' | 'holiday' }[] = [];
  const workedWeekends: string[] = [];
  let left = workingDays;
  for (let ms = workingDays === 0 ? msOf(startedOn) : msOf(startedOn) + DAY_MS; ; ms += DAY_MS) {
    const day = isoDay(ms);
    if (!isWorked(day)) {
      skipped.push({ date: day, why: rest.has(day) ? 'holiday' : 'weekend' });
      continue;
    }
    if (isWeekend(day)) workedWeekends.push(day);
    left -= 1;
    if (left <= 0) return { dueOn: day, skipped, workedWeekends, provisional: day > '2026-12-31' };
  }
}
