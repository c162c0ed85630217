const NAMES = [
  'ink',
  'ink-soft',
  'line',
  'card',
  'raised',
  'chart-1',
  'chart-2',
  'chart-3',
  'chart-out',
  'chart-open',
] as const;

/** And the letters, by which the library measures its words. */
export type ChartColours = Readonly<Record<(typeof NAMES)[number] | 'font', string>>;

/** The colours of the style sheet as they are now. */
export function coloursOf(element: Element): ChartColours {
  const style = getComputedStyle(element);
  const entries = NAMES.map((name) => [name, style.getPropertyValue(`--${name}`).trim()]);
  return Object.fromEntries([...entries, ['font', style.fontFamily]]) as ChartColours;
}

/** What all our charts have in common. */
export const axes = (colours: ChartColours, categories: readonly string[], unit: string) => ({
  textStyle: { fontFamily: colours.font, color: colours.ink },
  grid: { left: 8, right: 16, top: 36, bottom: 8, containLabel: true },
  tooltip: {
    trigger: 'axis',
    confine: true,
    backgroundColor: colours.raised,
    borderColor: colours.line,
    textStyle: { color: colours.ink },
    axisPointer: { type: 'shadow', shadowStyle: { opacity: 0.2 } },
  },
  xAxis: {
    type: 'category',
    data: categories,
    axisLabel: { color: colours.ink, interval: 0, hideOverlap: true },
    axisLine: { lineStyle: { color: colours['ink-soft'] } },
    axisTick: { show: false },
  },
  yAxis: {
    type: 'value',
    axisLabel: { color: colours['ink-soft'], formatter: `{value}${unit}` },
    splitLine: { lineStyle: { color: colours.line } },
  },
});
