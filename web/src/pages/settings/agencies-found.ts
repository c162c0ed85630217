import { cleanText, foldDigits } from '../../../../domain/folded-text.ts';
import type { Schemas } from '../../api/types.ts';

type Agency = Schemas['Counterpart'];

/** By the beginning of the area's code, or by every word in name or address; all of them when nothing is typed. Pure. */
export function agenciesFound(agencies: readonly Agency[], typed: string): Agency[] {
  const text = plain(typed);
  if (/^\d+$/.test(text)) return agencies.filter(({ areaCode }) => areaCode.startsWith(text));
  const words = text.split(/\s+/).filter((word) => word !== '');
  return agencies.filter(({ name, address }) => {
    const said = plain(`${name} ${address}`);
    return words.every((word) => said.includes(word));
  });
}

const plain = (text: string): string => cleanText(foldDigits(text)).toLowerCase();
