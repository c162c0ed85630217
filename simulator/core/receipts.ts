/** What a core system answers to a form: mostly one receipt for all of it, sometimes what an office has to ask about. */
import { draws } from '../outside/draws.ts';

export interface ToldForm {
  readonly id: string;
  readonly caseNo: string;
  readonly totalFen: number;
}

export interface PlayedReceipt {
  readonly serial: string;
  readonly answers: string;
  readonly amountFen: number;
  readonly bookedOn: string;
}

/** Of a thousand forms. */
const FATES = { whole: 970, inTwoParts: 10, part: 5, twice: 5, otherForm: 5, never: 5 } as const;

/** Drawn by the form: asked again, the same is answered. */
export function receiptsOf({ id, totalFen }: ToldForm, day: string): PlayedReceipt[] {
  const one = (number: number, amountFen: number, answers = id): PlayedReceipt => ({
    serial: `BZ${id.replaceAll('-', '').slice(0, 16).toUpperCase()}${String(number)}`,
    answers,
    amountFen,
    bookedOn: day,
  });
  const half = Math.floor(totalFen / 2);
  switch (draws('core', 'receipt', id).weighted('fate', FATES)) {
    case 'whole':
      return [one(1, totalFen)];
    case 'inTwoParts':
      return [one(1, half), one(2, totalFen - half)];
    case 'part':
      return [one(1, half)];
    case 'twice':
      return [one(1, totalFen), one(2, totalFen)];
    case 'otherForm':
      return [one(1, totalFen, `${id.slice(0, -1)}${id.endsWith('0') ? '1' : '0'}`)];
    case 'never':
      return [];
  }
}
