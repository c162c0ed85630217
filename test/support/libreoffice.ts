/** LibreOffice, where the machine has it (Debian: libreoffice-calc-nogui): what an office opens our files with. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { execa } from 'execa';

/** Undefined: there is none. */
export function sofficeExecutable(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  return folders.map((folder) => join(folder, 'soffice')).find((file) => existsSync(file));
}

/** Opened without a window, and saved as a workbook again. */
export async function savedAgain(soffice: string, workbook: Uint8Array): Promise<Buffer> {
  const [saved] = await allSavedAgain(soffice, [workbook]);
  return saved!;
}

/** The same of several, by one start of it. */
export async function allSavedAgain(soffice: string, workbooks: readonly Uint8Array[]): Promise<Buffer[]> {
  const folder = mkdtempSync(join(tmpdir(), 'baton-soffice-'));
  const names = workbooks.map((_, at) => `written-${String(at)}.xlsx`);
  try {
    for (const [at, workbook] of workbooks.entries()) writeFileSync(join(folder, names[at]!), workbook);
    // A profile of its own: two of them at once refuse to share one.
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
    const convert = ['--convert-to', 'xlsx:Calc MS Excel 2007 XML', '--outdir', join(folder, 'saved')];
    const files = names.map((name) => join(folder, name));
    await execa(soffice, [profile, '--headless', '--norestore', ...convert, ...files], { timeout: 100_000 });
    return names.map((name) => readFileSync(join(folder, 'saved', name)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
