import type { TestProject } from 'vitest/node';
import { startBroker } from './server-broker.ts';

/** Offers one PostgreSQL and one Temporal server to the whole run; each starts when the first test asks for it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const broker = await startBroker();
  project.provide('serverBroker', broker.url);
  return broker.stop;
}

declare module 'vitest' {
  export interface ProvidedContext {
    serverBroker: string;
  }
}
