import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Builds the desk to `dist/desk`, served at `/desk/`; `vite` alone serves it beside a server on port 3000. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/desk/',
  plugins: [react()],
  build: {
    outDir: '../../dist/desk',
    emptyOutDir: true,
    // Ant Design in one file is larger than Vite's default warning; the page asks for it once and keeps it.
    chunkSizeWarningLimit: 900,
  },
  server: {
    proxy: { '/api': { target: process.env.TANDEM_URL ?? 'http://127.0.0.1:3000', ws: true } },
  },
});
