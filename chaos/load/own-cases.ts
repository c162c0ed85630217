/** Cases that are opened for a fault alone: acknowledged and remembered like all others, and ended before a letter leaves. */
import type { Counter, NewFact } from './counter.ts';
import { accepting, applicationOf, recording } from './visitor.ts';

/** No visitor has so high a number. */
const FIRST_NO = 200_000;

export class OwnCases {
  readonly #counter: Counter;
  readonly #seed: number;
  #nextNo = FIRST_NO;
  #facts = 0;

  constructor(counter: Counter, seed: number) {
    this.#counter = counter;
    this.#seed = seed;
  }

  /** A number for one more person. */
  newNo(): number {
    return this.#nextNo++;
  }

  /** @returns the transfer's id when it is acknowledged @throws when it is refused */
  async open(): Promise<string> {
    const no = this.newNo();
    const send = accepting(this.#counter, applicationOf(no));
    const answer = await this.#counter.say('clerk', `chaos-${this.#seed}-own-${no}`, send, { twice: false });
    if (!answer) throw new Error(`case ${no} was refused`);
    return answer.transferId;
  }

  /** Fulfilled when it is acknowledged, or refused: the memory knows. */
  async say(role: 'clerk' | 'reviewer', transferId: string, fact: NewFact): Promise<void> {
    const key = `chaos-${this.#seed}-own-fact-${++this.#facts}`;
    await this.#counter.say(role, key, recording(this.#counter, transferId, fact), { twice: false });
  }

  async end(transferId: string): Promise<void> {
    await this.say('clerk', transferId, { kind: 'withdrawn' });
  }
}
