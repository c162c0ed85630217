import { type Standing } from './standing.ts';

/**
 * When the rates of the month stand, names three transfers that a visitor can take further by hand.
 * @returns to be called again and again; says the links once
 */
export function threeLinks(
  url: string,
  standing: () => Standing | undefined,
  say: (sentence: string) => void,
): () => void {
  let said = false;
  return () => {
    const { waiting, cameBack, overdue } = standing()?.showcases ?? {};
    if (said || (!waiting && !cameBack && !overdue)) return;
    said = true;
    say('\nThe rates of the month stand. Try it yourself:');
    const link = (what: string, transferId: string | undefined) => {
      if (transferId) say(`  ${what}: ${url}/app/transfers/${transferId}`);
    };
    link('waits for form and money (hand in both, see the entry clerk’s name appear)', waiting);
    link('its letter came back (post it again)', cameBack);
    link('overdue and escalated', overdue);
  };
}
