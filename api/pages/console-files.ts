/** The console: built files below /app/, and its first page for every address that the console itself knows. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import express, { Router, type RequestHandler } from 'express';
import { Refusal } from '../../domain/errors.ts';
import type { ApiConfig } from '../handling/dependencies.ts';

/** dist/web, seen from the source tree and from a build. */
function webFolder(configured: string | undefined): string {
  if (configured) return configured;
  const here = fileURLToPath(new URL('../../dist/web', import.meta.url));
  return existsSync(here) ? here : fileURLToPath(new URL('../../web', import.meta.url));
}

const TYPES: Readonly<Record<string, string>> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
};

/** Where the build laid the same in gzip beside a file, that is sent to whoever takes it. */
function squeezed(folder: string): RequestHandler {
  return (req, res, next) => {
    const [name, ending = ''] = /^\/[\w-]+\.(js|css|svg)$/.exec(req.path) ?? [];
    if (name === undefined || !existsSync(join(folder, `${name}.gz`))) return next();
    res.vary('Accept-Encoding');
    if (req.acceptsEncodings('gzip') === 'gzip') {
      res.set({ 'Content-Encoding': 'gzip', 'Content-Type': TYPES[ending] });
      req.url = `${name}.gz`;
    }
    next();
  };
}

export function consoleFiles(config: Pick<ApiConfig, 'webFolder'>): Router {
  const folder = webFolder(config.webFolder);
  const router = Router();
  router.get('/', (_req, res) => res.redirect(302, '/app/'));
  router.use('/app/assets', squeezed(join(folder, 'assets')));
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
