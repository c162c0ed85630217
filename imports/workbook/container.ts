/** The file as a container, by its first bytes and the list of its members; nothing is unpacked for that. */
import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';
import { isOle, isZip } from '../tables/first-bytes.ts';
import type { FileDefect } from '../tables/row-files.ts';

const MOST_MEMBERS = 5_000;

export interface Container {
  readonly zip: ZipFile;
  readonly members: ReadonlyMap<string, Entry>;
}

/** Undefined for what is neither a zip nor an old Office file. A zip that is no workbook comes back as its list. */
export async function openContainer(bytes: Uint8Array): Promise<Container | FileDefect | undefined> {
  if (isOle(bytes)) return oldOffice(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  if (!isZip(bytes)) return undefined;
  try {
    return await listed(await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {}));
  } catch {
    return { code: 'zip', reason: 'The file is a zip or a workbook that is damaged or cut off; please send it again.' };
  }
}

async function listed(zip: ZipFile): Promise<Container | FileDefect> {
  if (zip.entryCount > MOST_MEMBERS)
    return { code: 'tooLarge', reason: `The zip has more than ${String(MOST_MEMBERS)} members.` };
  const members = new Map<string, Entry>();
  for await (const entry of zip.eachEntry()) members.set(entry.fileName, entry);
  return { zip, members };
}

/** A workbook, or something else that an office program writes as a zip. */
export const isOfficeFile = ({ members }: Container): boolean =>
  members.has('[Content_Types].xml') || members.has('mimetype');

const isWorkbook = ({ members }: Container): boolean =>
  members.has('[Content_Types].xml') && [...members.keys()].some((name) => /^\/?xl\//i.test(name));

/** What keeps a container from being read as a workbook. */
export function workbookDefect(container: Container): FileDefect | undefined {
  const names = [...container.members.keys()];
  const has = (pattern: RegExp): boolean => names.some((name) => pattern.test(name));
  if ([...container.members.values()].some((entry) => entry.isEncrypted())) return PASSWORD;
  if (has(/(?:^|\/)vbaProject\.bin$|^xl\/macrosheets\//i)) return MACRO;
  if (has(/^xl\/workbook\.bin$/i)) return otherTable('a binary workbook (.xlsb)');
  if (isWorkbook(container)) return undefined;
  if (has(/^content\.xml$/) && has(/^mimetype$/)) return otherTable('an OpenDocument file (.ods)');
  if (has(/^word\/|^ppt\//)) return { code: 'spreadsheet', reason: 'This is an Office document, and no table.' };
  if (has(/\.(?:zip|rar|7z|gz|tar)$/i))
    return { code: 'zipInZip', reason: 'The zip holds an archive; unpack both and send the table itself.' };
  return { code: 'zip', reason: 'This is a zip, and no table; unpack it and send the file that is in it.' };
}

const PASSWORD: FileDefect = {
  code: 'password',
  reason: 'The file has a password; save it without one (File, Info, Protect) and send that.',
};
const MACRO: FileDefect = {
  code: 'macro',
  reason: 'The workbook holds macros (.xlsm); save it as .xlsx, which has none, and send that.',
};

const otherTable = (what: string): FileDefect => ({
  code: 'spreadsheet',
  reason: `This is ${what}; save it as .xlsx or as CSV (UTF-8) and send that.`,
});

/** The names of its streams are written in UTF-16. */
function oldOffice(bytes: Buffer): FileDefect {
  const has = (name: string): boolean => bytes.includes(Buffer.from(name, 'utf16le'));
  if (has('EncryptedPackage') || has('EncryptionInfo')) return PASSWORD;
  if (has('Workbook') || has('Book')) return otherTable('an old spreadsheet (.xls)');
  return { code: 'spreadsheet', reason: 'This is an old Office document, and no table; send .xlsx or CSV (UTF-8).' };
}
