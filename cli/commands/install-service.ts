/** Writes what an operating system needs to keep Baton running: systemd units, timers, and an example of a proxy with TLS. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { serviceFiles } from '../service-files.ts';

interface ServiceOptions {
  readonly to: string;
  readonly print: boolean;
  readonly root: string;
  readonly user: string;
  readonly environment: string;
  readonly backups: string;
  readonly host: string;
  readonly workerMetricsPort: string;
  readonly postgres?: string;
  readonly temporal?: string;
}

export function installServiceCommand(): Command {
  // cli/commands/ in the source tree, dist/cli/commands/ in a build: both below the folder that holds dist/.
  const here = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/dist\/?$/, '');
  return new Command('install-service')
    .description('write systemd units that start at boot, and an example of a TLS proxy')
    .option('--to <folder>', 'where the units go', '/etc/systemd/system')
    .option('--print', 'show them only', false)
    .option('--root <folder>', 'of Baton, with dist/ from npm run build', resolve(here))
    .option('--user <name>', 'who runs it', 'baton')
    .option('--environment <file>', 'the variables of .env.example', '/etc/baton/baton.env')
    .option('--backups <folder>', 'the BACKUP_DIR of that file', '/var/backups/baton')
    .option('--host <name>', 'of the console, for the proxy', 'baton.example')
    .option('--worker-metrics-port <port>', "of the worker, beside the API's METRICS_PORT of that file", '9091')
    .option('--postgres <folder>', 'also a PostgreSQL of the npm package on this data folder')
    .option('--temporal <executable>', "also a Temporal server of one machine, by the CLI's executable")
    .action((options: ServiceOptions) => writeServices(options));
}

function writeServices({ to, print, ...where }: ServiceOptions): void {
  const files = serviceFiles({ ...where, node: process.execPath });
  if (!print) mkdirSync(to, { recursive: true });
  for (const [name, text] of Object.entries(files)) {
    if (print) console.log(`# ${join(to, name)}\n${text}`);
    else writeFileSync(join(to, name), text, { mode: 0o644 });
  }
  if (print) return;
  const started = Object.entries(files).filter(([, text]) => text.includes('[Install]'));
  console.log(`wrote ${Object.keys(files).join(', ')} to ${to}`);
  console.log(`then: systemctl daemon-reload && systemctl enable --now ${started.map(([name]) => name).join(' ')}`);
}
