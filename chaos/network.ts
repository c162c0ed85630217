/** The wires of an office: each lies between one of its processes and one of its servers. */
import { installationIn } from '../invariants/installation.ts';
import { openLink, type Link } from './link.ts';

export const WIRES = ['api.postgres', 'worker.postgres', 'worker.temporal'] as const;
export type WireName = (typeof WIRES)[number];

export interface Network {
  readonly links: Readonly<Record<WireName, Link>>;
  /** The words that lead the processes of an office through it. */
  readonly startWords: readonly string[];
  close(): void;
}

export async function openNetwork(dataDir: string): Promise<Network> {
  const opened = await Promise.all(
    WIRES.map(async (wire) => [wire, await openLink(() => serverPort(dataDir, wire))] as const),
  );
  const links = Object.fromEntries(opened) as Record<WireName, Link>;
  return {
    links,
    startWords: WIRES.flatMap((wire) => ['--route', `${wire}=${links[wire].port}`]),
    close() {
      for (const wire of WIRES) links[wire].close();
    },
  };
}

function serverPort(dataDir: string, wire: WireName): number | undefined {
  const found = installationIn(dataDir);
  if (wire !== 'worker.temporal') return found && Number(new URL(found.databaseUrl).port);
  return found?.temporalAddress === undefined ? undefined : Number(found.temporalAddress.split(':')[1]);
}
