/** What is seen of a file at once, before it is kept: that it cannot be read at all. Everything else is told line by line. */
import type { ImportKind } from '../db/imported/files.ts';
import { mayBeStatement } from './bank-statement/read.ts';
import { readText } from './tables/read-text.ts';
import type { FileDefect } from './tables/row-files.ts';
import { isOfficeFile, openContainer, workbookDefect, type Container } from './workbook/container.ts';

export async function uploadDefect(kind: ImportKind, bytes: Uint8Array): Promise<FileDefect | undefined> {
  const container = await openContainer(bytes);
  if (container) return containerDefect(kind, container);
  if (kind === 'bankStatement' && mayBeStatement(bytes)) return undefined;
  const text = readText(bytes);
  return 'code' in text ? text : undefined;
}

/** A bank sends its statements in a zip, too; what is in it is looked at when it is worked off. */
function containerDefect(kind: ImportKind, container: Container | FileDefect): FileDefect | undefined {
  if ('code' in container) return container;
  return kind === 'bankStatement' && !isOfficeFile(container) ? undefined : workbookDefect(container);
}
