import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

// What every page needs, apart from what changes with each release: a browser keeps it.
const KEPT =
  /node_modules\/(react|react-dom|scheduler|@tanstack|i18next|react-i18next|openapi-fetch|openapi-react-query)\//;

/** `.vite/modules.json`: which modules stand in each script, and how long each is, for the test that weighs the first load. */
const modulesOfScripts: Plugin = {
  name: 'modules-of-scripts',
  apply: 'build',
  generateBundle(_, bundle) {
    const nameOf = (id: string): string => id.replace(/^.*\/(?=(node_modules|web\/src|domain)\/)/, '');
    const scripts = Object.values(bundle).flatMap((part) => {
      if (part.type !== 'chunk') return [];
      const modules = Object.entries(part.modules).map(([id, { renderedLength }]) => [nameOf(id), renderedLength]);
      return [[part.fileName, Object.fromEntries(modules) as Record<string, number>] as const];
    });
    this.emitFile({
      type: 'asset',
      fileName: '.vite/modules.json',
      source: JSON.stringify(Object.fromEntries(scripts)),
    });
  },
};

export default defineConfig({
  base: '/app/',
  plugins: [react(), modulesOfScripts],
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    // The oldest browser: design.md here, and a test of what is built.
    target: 'chrome109',
    // Which file came of which source: a test weighs the first load by it.
    manifest: true,
    // A data: address would need an exception in the content security policy.
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'kept', test: KEPT, tags: ['$initial'] },
            // In one piece: on a slow line each further one waits for its turn.
            { name: 'first', tags: ['$initial'] },
          ],
        },
      },
    },
  },
  server: {
    proxy: { '^/(?!app)': 'http://127.0.0.1:3000' },
  },
});
