/** What a question may use: sizes, chance, a folder, and a place to say what must be stopped after it. */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chanceOf, type Chance } from '../chaos/chance.ts';
import type { BenchOptions } from './options.ts';

export interface Context {
  readonly quick: boolean;
  readonly repetitions: number;
  /** Drawn from the seed: the order of contestants. */
  readonly chance: Chance;
  /** Throw-away, on a disk; PostgreSQL may run as another account and can reach it. */
  readonly folder: string;
  readonly profile: string | undefined;
  say(sentence: string): void;
  /** The number for the full run, or the small one for trying. */
  size(full: number, quick: number): number;
  /** Stops what was started, the latest first, when the question has been answered or has failed. */
  atEnd(stop: () => Promise<unknown>): void;
  /** Measured once in the whole run, for several questions about the same race. */
  once<T>(name: string, measure: () => Promise<T>): Promise<T>;
}

/** A context of its own for each question; only what was measured `once` lives on. */
export class QuestionContext implements Context {
  readonly quick: boolean;
  readonly repetitions: number;
  readonly chance: Chance;
  readonly folder: string;
  readonly profile: string | undefined;
  readonly say: (sentence: string) => void;
  readonly #measured: Map<string, Promise<unknown>>;
  readonly #stops: (() => Promise<unknown>)[] = [];

  constructor(options: BenchOptions, stream: number, measured: Map<string, Promise<unknown>>, say: Context['say']) {
    this.quick = options.quick;
    this.repetitions = options.repetitions;
    this.profile = options.profile;
    this.chance = chanceOf(options.seed, stream);
    this.folder = mkdtempSync(join(tmpdir(), 'baton-bench-'));
    chmodSync(this.folder, 0o711);
    this.say = say;
    this.#measured = measured;
  }

  size(full: number, quick: number): number {
    return this.quick ? quick : full;
  }

  atEnd(stop: () => Promise<unknown>): void {
    this.#stops.push(stop);
  }

  once<T>(name: string, measure: () => Promise<T>): Promise<T> {
    const known = this.#measured.get(name) ?? measure();
    this.#measured.set(name, known);
    return known as Promise<T>;
  }

  async end(): Promise<void> {
    for (const stop of this.#stops.splice(0).reverse()) {
      await stop().catch((error: unknown) => this.say(`could not be stopped: ${String(error)}`));
    }
    rmSync(this.folder, { recursive: true, force: true });
  }
}
