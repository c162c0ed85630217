import { inject } from 'vitest';

/** Administrator's address of the run's PostgreSQL, or of the one that BATON_TEST_PG_URL names. */
export function postgresUrl(): Promise<string> {
  return fromEnvironmentOrBroker('BATON_TEST_PG_URL', '/postgres');
}

/** host:port of the run's Temporal server (namespace `default`, time skipping on), or of the one that BATON_TEST_TEMPORAL names. */
export function temporalAddress(): Promise<string> {
  return fromEnvironmentOrBroker('BATON_TEST_TEMPORAL', '/temporal');
}

async function fromEnvironmentOrBroker(variable: string, path: string): Promise<string> {
  const given = process.env[variable];
  if (given) return given;
  const answer = await fetch(inject('serverBroker') + path);
  const text = await answer.text();
  if (!answer.ok) throw new Error(text);
  return text;
}
