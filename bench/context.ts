/** What a question may use: sizes, chance, a folder, and a place to say what must be stopped after it. */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chanceOf, type Chance } from '../chaos/chance.ts';
import type { BenchOptions } from './command-line.ts';

export interface Context {
  readonly quick: boolean;
  /** On a machine that others use too: an eighth of the usual sizes. */
  readonly provisional: boolean;
  readonly repetitions: number;
  /** Drawn from the seed: the order of contestants. */
  readonly chance: Chance;
  /** Throw-away, on a disk; PostgreSQL may run as another account and can reach it. */
  readonly folder: string;
  readonly profile: string | undefined;
  say(sentence: string): void;
  /** The number for the usual run, the small one for trying, or the one of `--large` where that differs. */
  size(usual: number, quick: number, large?: number): number;
  /** Stops what was started, the latest first, when the question has been answered or has failed. */
  atEnd(stop: () => Promise<unknown>): void;
  /** Measured once in the whole run, for several questions about the same race. */
  once<T>(name: string, measure: () => Promise<T>): Promise<T>;
  /** Made once for all questions of the run, and stopped when the run ends: `run` is the context that lives so long. */
  shared<T>(name: string, make: (run: Context) => Promise<T>): Promise<T>;
}

/** What outlives a single question. */
export interface WholeRun {
  readonly measured: Map<string, Promise<unknown>>;
  /** Of the run itself; undefined in that one. */
  readonly context?: Context;
}

/** A context of its own for each question; only what was measured `once` or is `shared` lives on. */
export class QuestionContext implements Context {
  readonly quick: boolean;
  readonly provisional: boolean;
  readonly repetitions: number;
  readonly chance: Chance;
  readonly folder: string;
  readonly profile: string | undefined;
  readonly say: (sentence: string) => void;
  readonly #large: boolean;
  readonly #run: WholeRun;
  readonly #stops: (() => Promise<unknown>)[] = [];

  constructor(options: BenchOptions, stream: number, run: WholeRun, say: Context['say']) {
    this.quick = options.quick;
    this.provisional = options.provisional;
    this.repetitions = options.repetitions;
    this.profile = options.profile;
    this.chance = chanceOf(options.seed, stream);
    this.folder = mkdtempSync(join(tmpdir(), 'baton-bench-'));
    chmodSync(this.folder, 0o711);
    this.say = say;
    this.#large = options.large;
    this.#run = run;
  }

  size(usual: number, quick: number, large = usual): number {
    if (this.quick) return quick;
    if (this.provisional) return Math.max(quick, Math.ceil(usual / 8));
    return this.#large ? large : usual;
  }

  atEnd(stop: () => Promise<unknown>): void {
    this.#stops.push(stop);
  }

  once<T>(name: string, measure: () => Promise<T>): Promise<T> {
    const known = this.#run.measured.get(name) ?? measure();
    this.#run.measured.set(name, known);
    return known as Promise<T>;
  }

  shared<T>(name: string, make: (run: Context) => Promise<T>): Promise<T> {
    return this.once(name, () => make(this.#run.context ?? this));
  }

  async end(): Promise<void> {
    for (const stop of this.#stops.splice(0).reverse()) {
      await stop().catch((error: unknown) => this.say(`could not be stopped: ${String(error)}`));
    }
    rmSync(this.folder, { recursive: true, force: true });
  }
}
