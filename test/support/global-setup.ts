import type { TestProject } from 'vitest/node';
import { startBroker } from './server-broker.ts';

/** Offers one PostgreSQL, one Temporal server and what is built to the whole run; each begins when the first test asks for it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const broker = await startBroker();
  project.provide('serverBroker', broker.url);
  // A developer’s watcher runs the files again within one and the same run.
  project.onTestsRerun(() => Promise.resolve(broker.forgetBuilds()));
  return broker.stop;
}

declare module 'vitest' {
  export interface ProvidedContext {
    serverBroker: string;
  }
}
