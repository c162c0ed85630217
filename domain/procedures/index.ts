/** The registry: every procedure that a transfer can follow, by direction/type/version. */
import { Refusal } from '../errors.ts';
import { inEmployee } from './in-employee.ts';
import { inSupplement } from './in-supplement.ts';
import { outEmployee } from './out-employee.ts';
import { outSupplement } from './out-supplement.ts';
import type { Procedure } from './procedure.ts';

/** Its transfers wait for the release that knows it. */
export class UnknownProcedure extends Refusal {
  constructor(key: string) {
    super('unknown-procedure', `This release knows no procedure ${key}; a later one does.`);
  }
}

/** What is accepted when nobody says anything else. */
export const USUAL_TYPE = inEmployee.type;

/** What is moved after a transfer has ended. */
export const SUPPLEMENT_TYPE = inSupplement.type;

export class Procedures {
  readonly all: readonly Procedure[];
  readonly #byKey: ReadonlyMap<string, Procedure>;

  constructor(all: readonly Procedure[]) {
    this.all = all;
    this.#byKey = new Map(all.map((procedure) => [procedure.key, procedure]));
  }

  /** @throws UnknownProcedure for a key that only a later release knows */
  of(key: string): Procedure {
    const procedure = this.#byKey.get(key);
    if (!procedure) throw new UnknownProcedure(key);
    return procedure;
  }

  /** The same for whoever only shows what is there. */
  find(key: string): Procedure | undefined {
    return this.#byKey.get(key);
  }
}

export const PROCEDURES = new Procedures([inEmployee, outEmployee, inSupplement, outSupplement]);
