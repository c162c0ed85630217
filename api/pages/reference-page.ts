/** /docs: the contract for people, drawn by redoc from our own files; nothing is asked of another host. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Router } from 'express';
import { CONTRACT_FILE } from '../contract/document.ts';

const PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Baton API</title>
<style>body { margin: 0 }</style>
</head>
<body>
<redoc spec-url="/openapi.yaml" hide-logo disable-google-font></redoc>
<script src="/docs/redoc.standalone.js" charset="utf-8"></script>
</body>
</html>
`;

/** Redoc asks its maker's host for a small logo; ours asks nobody. */
function redocScript(): string {
  const file = createRequire(import.meta.url).resolve('redoc/bundles/redoc.standalone.js');
  return readFileSync(file, 'utf8').replaceAll('https://cdn.redoc.ly/redoc/logo-mini.svg', 'data:,');
}

export function referencePage(): Router {
  const script = redocScript();
  return Router()
    .get('/docs', (_req, res) => {
      res.type('text/html; charset=utf-8').send(PAGE);
    })
    .get('/docs/redoc.standalone.js', (_req, res) => {
      // Without the charset the browser reads its regular expressions as Latin-1 and stops.
      res.set({ 'Content-Type': 'text/javascript; charset=utf-8', 'Cache-Control': 'max-age=86400' }).send(script);
    })
    .get('/openapi.yaml', (_req, res) => {
      res.set('Content-Type', 'application/yaml; charset=utf-8').sendFile(CONTRACT_FILE, { dotfiles: 'allow' });
    });
}
