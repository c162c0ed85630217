import pc from 'picocolors';
import { type PracticeAccount } from './figures.ts';

/** What there is to say of an office that stands. */
interface News {
  readonly url: string;
  readonly accounts: readonly PracticeAccount[];
  readonly administrator: string;
  readonly dataDir: string;
  readonly temporalPage: string | undefined;
}

/** What is said once when the office stands. */
export function welcome({ url, accounts, administrator, dataDir, temporalPage }: News): string[] {
  return [
    '',
    `Baton runs at ${pc.bold(pc.underline(url))}`,
    `The contract is at ${url}/docs; Ctrl-C stops everything; the data stay in ${dataDir}.`,
    ...(temporalPage === undefined ? [] : [`Temporal shows what it follows at ${pc.underline(temporalPage)}`]),
    ...(administrator ? ['', administrator] : []),
    ...(accounts.length > 0
      ? ['', 'Practice accounts, one click each on the first page:', ...accounts.map(accountLine)]
      : []),
    '',
  ];
}

function accountLine({ username, password, displayName, roles }: PracticeAccount): string {
  return `  ${username.padEnd(16)} ${password.padEnd(16)} ${roles.join(', ')} ${pc.dim(displayName)}`;
}
