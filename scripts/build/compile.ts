import { execa } from 'execa';

/**
 * Emits the processes and all they import, by tsconfig.build.json.
 * @throws with the compiler's own lines; nothing is emitted then
 */
export async function compile(root: string, outDir: string): Promise<string> {
  const words = ['-p', 'tsconfig.build.json', '--outDir', outDir, '--pretty', 'false'];
  const result = await execa('tsc', words, { cwd: root, preferLocal: true, reject: false, all: true });
  if (result.failed) throw new Error(`The code does not compile:\n${result.all ?? result.message}`);
  return 'server.js, worker.js';
}
