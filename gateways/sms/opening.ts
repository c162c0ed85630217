/** What every template of a gateway is opened with: a file of the operator's, and the variables that it may use. */
import { readFileSync } from 'node:fs';
import type { Lookup } from './placeholders.ts';

/** @throws one error that names the variable, when it is no file or no JSON; `not`: that it is no name of what is shipped */
export function templateFile(variable: string, not: string, file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as unknown;
  } catch (error) {
    throw new Error(`${variable} is ${not}, and no file with JSON: ${(error as Error).message}`, { cause: error });
  }
}

/** `env.CORE_URL` and whatever else begins with the prefix; a template sees nothing else of the environment. */
export const lookupWith =
  (prefix: string, environment: Readonly<Record<string, string>>): Lookup =>
  (name) => {
    const variable = name.startsWith('env.') ? name.slice(4) : '';
    return variable.startsWith(prefix) && Object.hasOwn(environment, variable) ? environment[variable] : undefined;
  };
