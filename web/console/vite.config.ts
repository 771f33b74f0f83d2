import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Builds the console to `dist/console`, served at `/console/`; `vite` alone serves it beside a server on port 3000. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/console/',
  plugins: [react()],
  build: {
    outDir: '../../dist/console',
    emptyOutDir: true,
    // Ant Design and ECharts are each one chunk that the browser keeps between releases of ours.
    chunkSizeWarningLimit: 1500,
  },
  server: {
    proxy: { '/api': { target: process.env.TANDEM_URL ?? 'http://127.0.0.1:3000', ws: true } },
  },
});
