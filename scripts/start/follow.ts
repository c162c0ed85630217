import { boardLine, boardLines } from './board.ts';
import { type Figures } from './figures.ts';
import { type Screen } from './screen.ts';

const EVERY_MS = 2_000;

/** Keeps the live table up to date until the returned function is called. */
export function follow(screen: Screen, read: () => Promise<Figures>, seen: () => void): () => void {
  let wanted = true;
  let timer: NodeJS.Timeout | undefined;
  void again();
  return () => {
    wanted = false;
    clearTimeout(timer);
  };

  async function again(): Promise<void> {
    const figures = await read();
    if (!wanted) return;
    screen.draw(boardLines(figures), boardLine(figures));
    seen();
    if (wanted) timer = setTimeout(() => void again(), EVERY_MS);
  }
}
