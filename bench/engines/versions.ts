/** Versions of the servers that took part, as they said themselves. */
const versions: Record<string, string> = {};

export function noteVersion(name: string, version: string): void {
  versions[name] = version;
}

export const serverVersions = (): Readonly<Record<string, string>> => ({ ...versions });
