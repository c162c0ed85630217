import type { WorkflowBundlePath } from '@temporalio/worker';
import { inject } from 'vitest';

/** Administrator's address of the run's PostgreSQL, or of the one that BATON_TEST_PG_URL names. */
export function postgresUrl(): Promise<string> {
  return fromEnvironmentOrBroker('BATON_TEST_PG_URL', '/postgres');
}

/** host:port of the run's Temporal server (namespace `default`, time skipping on), or of the one that BATON_TEST_TEMPORAL names. */
export function temporalAddress(): Promise<string> {
  return fromEnvironmentOrBroker('BATON_TEST_TEMPORAL', '/temporal');
}

/** The workflows as every worker of the run gets them: webpack’s seconds are paid once. */
export async function workflowBundle(): Promise<WorkflowBundlePath> {
  return { codePath: await fromBroker('/workflow-bundle') };
}

/** The folder of the built console. Ask before starting an office, too: it would build the console while others do. */
export function builtConsole(): Promise<string> {
  return fromBroker('/console');
}

async function fromEnvironmentOrBroker(variable: string, path: string): Promise<string> {
  const given = process.env[variable];
  return given || fromBroker(path);
}

async function fromBroker(path: string): Promise<string> {
  const answer = await fetch(inject('serverBroker') + path);
  const text = await answer.text();
  if (!answer.ok) throw new Error(text);
  return text;
}
