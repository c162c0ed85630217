import type { EChartsCoreOption } from 'echarts/core';
import { useEffect, useRef } from 'react';
import { onAppearance } from '../../styles/appearance.ts';
import { coloursOf, type ChartColours } from './chart-colours.ts';
import type { init } from './echarts.ts';

export type ChartOption = (colours: ChartColours) => EChartsCoreOption;

interface ChartProps {
  /** What it shows, in a sentence: its numbers are in the table. */
  readonly label: string;
  /** The same function while the numbers are the same. */
  readonly option: ChartOption;
  /** The library could not be loaded. */
  readonly onFailure: () => void;
}

/** A picture of numbers. It stands still: nothing moves for anybody. */
export function Chart({ label, option, onFailure }: ChartProps) {
  const frame = useRef<HTMLDivElement>(null);
  const failed = useRef(onFailure);
  useEffect(() => {
    failed.current = onFailure;
  });
  useEffect(() => {
    const element = frame.current;
    if (!element) return undefined;
    let end: () => void = () => undefined;
    let isGone = false;
    import('./echarts.ts').then(
      (library) => {
        if (!isGone) end = draw(element, library.init, option);
      },
      () => failed.current(),
    );
    return () => {
      isGone = true;
      end();
    };
  }, [option]);
  return <div ref={frame} role="img" aria-label={label} className="chart" />;
}

type Init = typeof init;

/** Drawn anew when the page is wider, or light turns to dark; what it gives ends it. */
function draw(element: HTMLElement, begin: Init, option: ChartOption): () => void {
  const chart = begin(element, null, { renderer: 'svg' });
  const paint = (): void => {
    chart.setOption({ animation: false, ...option(coloursOf(element)) }, true);
  };
  paint();
  const size = new ResizeObserver(() => chart.resize());
  size.observe(element);
  const endFollowing = onAppearance(paint);
  return () => {
    size.disconnect();
    endFollowing();
    chart.dispose();
  };
}
