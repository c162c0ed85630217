import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

// What every page needs, apart from what changes with each release: a browser keeps it.
const KEPT =
  /node_modules\/(react|react-dom|scheduler|@tanstack|i18next|react-i18next|openapi-fetch|openapi-react-query)\//;

export default defineConfig({
  base: '/app/',
  plugins: [react()],
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    target: 'es2022',
    // A data: address would need an exception in the content security policy.
    assetsInlineLimit: 0,
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'kept', test: KEPT }] } } },
  },
  server: {
    proxy: { '^/(?!app)': 'http://127.0.0.1:3000' },
  },
});
