/** What the office has said yes to, remembered outside of it: each must be in the ledger once, as it was told. */

export interface Acknowledgement {
  readonly transferId: string;
  /** Of the event; undefined where the answer does not say it. */
  readonly seq: number | undefined;
}

export interface Said {
  readonly key: string;
  /** How often it was sent, repetitions after silence and on purpose included. */
  sent: number;
  /** Sent, and neither acknowledged nor refused so far. */
  open: boolean;
  acknowledged: Acknowledgement | undefined;
  /** A later answer to the same key that said something else. */
  contradicted: boolean;
}

export class Memory {
  readonly commands = new Map<string, Said>();
  /** Refusals that nothing explains, by name. */
  readonly refusals: string[] = [];

  sent(key: string): void {
    const said = this.commands.get(key);
    if (said) said.sent += 1;
    else this.commands.set(key, { key, sent: 1, open: true, acknowledged: undefined, contradicted: false });
  }

  acknowledged(key: string, { transferId, seq }: Acknowledgement): void {
    const said = this.commands.get(key);
    if (!said) throw new Error(`${key} was never sent`);
    const before = said.acknowledged;
    said.open = false;
    if (before && (before.transferId !== transferId || before.seq !== seq)) said.contradicted = true;
    said.acknowledged ??= { transferId, seq };
  }

  refused(key: string, name: string): void {
    const said = this.commands.get(key);
    if (said) said.open = false;
    // What was acknowledged is answered with the same acknowledgement for ever.
    this.refusals.push(`${key}: ${name}`);
  }

  get all(): Said[] {
    return [...this.commands.values()];
  }
}
