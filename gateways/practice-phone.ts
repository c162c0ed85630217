/** The practice phone: every SMS of the practice office, as the simulated SMS centre delivered it. */

export interface PracticeMessage {
  readonly at: string;
  /** Last four digits. */
  readonly to: string;
  readonly text: string;
  readonly state: string;
}

export interface PracticePhone {
  /** Newest first. */
  messages(): Promise<PracticeMessage[]>;
}

const PATIENCE_MS = 3_000;

/** `address` answers GET with `{ items: [{ at, to, text, state }] }`. Throws when it does not answer. */
export function practicePhone(address: string): PracticePhone {
  return {
    async messages() {
      const answer = await fetch(address, { signal: AbortSignal.timeout(PATIENCE_MS) });
      if (!answer.ok) throw new Error(`the practice phone answered ${answer.status}`);
      const { items } = (await answer.json()) as { items: PracticeMessage[] };
      return items
        .map(({ at, to, text, state }) => ({ at, to: to.slice(-4), text, state }))
        .sort((a, b) => (a.at < b.at ? 1 : -1));
    },
  };
}
