/** Lists and calendars that open in a window stay at their field: antd measures once, and again when something is scrolled. */
import { useEffect, type RefObject } from 'react';

/** What holds a window and is scrolled when it is longer than the screen: a list that hangs in it goes along with its field. */
export const frameOf = (field?: HTMLElement): HTMLElement =>
  field?.closest<HTMLElement>('.ant-modal-wrap') ?? document.body;

/** What appears above a field moves it, and nothing tells its open list: whenever the window has another height they are measured anew. */
export function useListsInPlace(body: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    if (!body.current) return undefined;
    const frame = frameOf(body.current);
    const watch = new ResizeObserver(() => frame.dispatchEvent(new Event('scroll')));
    watch.observe(body.current);
    return () => watch.disconnect();
  }, [body]);
}
