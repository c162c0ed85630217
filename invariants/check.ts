/** The independent checker: whatever the product promises about its ledger, asked from outside. Empty when all holds. */
import type { Finding } from './invariant.ts';
import type { CheckedProcedure } from './procedures.ts';
import { checkLedger, withSnapshot } from './ledger.ts';
import { listRunningWorkflows, type TemporalAddress } from './running-workflows.ts';
import { checkSimulatorLog, readSimulatorLog } from './simulator-log.ts';

export interface WhatToCheck {
  readonly databaseUrl: string;
  /** Default: all that this list knows. */
  readonly procedures?: readonly CheckedProcedure[];
  /** Absent: running workflows are not compared. */
  readonly temporal?: TemporalAddress;
  /** The log of the simulated outside world (JSON lines); absent: only the ledger is asked. */
  readonly simulatorLog?: string;
}

export async function checkInvariants({
  databaseUrl,
  procedures,
  temporal,
  simulatorLog,
}: WhatToCheck): Promise<Finding[]> {
  const before = simulatorLog === undefined ? [] : await readSimulatorLog(simulatorLog);
  const running = temporal && (await listRunningWorkflows(temporal));
  try {
    return await withSnapshot(databaseUrl, async (client) => {
      const findings = await checkLedger(client, procedures);
      if (simulatorLog !== undefined) {
        findings.push(...(await checkSimulatorLog(client, before, await readSimulatorLog(simulatorLog))));
      }
      if (running) findings.push(...(await running.compareWith(client)));
      return findings;
    });
  } finally {
    await running?.close();
  }
}
