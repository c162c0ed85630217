import { cleanText, foldDigits } from '../../../../domain/folded-text.ts';
import { hasInitials } from '../../../../domain/pinyin-initials.ts';
import type { Schemas } from '../../api/types.ts';

type Agency = Schemas['Counterpart'];

/** By the beginning of its code or its area's, by the initials of its name in pinyin, or by every word in name or address; all of them when nothing is typed. Pure. */
export function agenciesFound(agencies: readonly Agency[], typed: string): Agency[] {
  const text = plain(typed);
  if (/^\d+$/.test(text))
    return agencies.filter(({ areaCode, area }) => areaCode.startsWith(text) || area?.startsWith(text));
  if (/^[a-z][a-z0-9-]*$/.test(text))
    return agencies.filter(
      ({ areaCode, name }) =>
        areaCode.toLowerCase().startsWith(text) || hasInitials(name, text) || plain(name).includes(text),
    );
  const words = text.split(/\s+/).filter((word) => word !== '');
  return agencies.filter(({ name, address }) => {
    const said = plain(`${name} ${address}`);
    return words.every((word) => said.includes(word));
  });
}

const plain = (text: string): string => cleanText(foldDigits(text)).toLowerCase();
