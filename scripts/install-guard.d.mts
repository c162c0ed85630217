export function requireNode(version?: string): void;
export function installNeeded(root: string): boolean;
/** `download` says what is fetched, for whoever waits. */
export function ensureInstalled(root: string, download?: string): Promise<void>;
