/** The console: built files below /app/, and its first page for every address that the console itself knows. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import express, { Router } from 'express';
import { Refusal } from '../../domain/errors.ts';
import type { ApiConfig } from '../handling/dependencies.ts';

/** dist/web, seen from the source tree and from a build. */
function webFolder(configured: string | undefined): string {
  if (configured) return configured;
  const here = fileURLToPath(new URL('../../dist/web', import.meta.url));
  return existsSync(here) ? here : fileURLToPath(new URL('../../web', import.meta.url));
}

export function consoleFiles(config: Pick<ApiConfig, 'webFolder'>): Router {
  const folder = webFolder(config.webFolder);
  const router = Router();
  router.get('/', (_req, res) => res.redirect(302, '/app/'));
  // Their names carry a hash of their content.
  router.use(
    '/app/assets',
    express.static(join(folder, 'assets'), { immutable: true, maxAge: '1y', fallthrough: false }),
  );
  router.use('/app', express.static(folder, { index: false, maxAge: 0 }));
  router.get(/^\/app(\/.*)?$/, (_req, res, next) => {
    const page = join(folder, 'index.html');
    if (!existsSync(page)) return next(new Refusal('not-found', 'The console is not built; run `npm run build`.'));
    res.set('Cache-Control', 'no-cache').sendFile(page, { dotfiles: 'allow' });
  });
  return router;
}
