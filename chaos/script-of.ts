/** How a script of Baton is run: of this copy, or of another release in a folder of its own with its packages. */
import { join } from 'node:path';
import { typeScript } from '../scripts/start/office.ts';

/** Words for `node`. */
export const scriptOf = (file: string, project: string | undefined): string[] =>
  project === undefined
    ? typeScript(file, { dev: false })
    : ['--import', join(project, 'node_modules', 'tsx', 'dist', 'loader.mjs'), join(project, file)];
