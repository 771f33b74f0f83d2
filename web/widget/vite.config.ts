import { defineConfig } from 'vite';

/** One classic script without parts: the page that embeds it needs one address and no module support. */
export default defineConfig({
  root: import.meta.dirname,
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: '../../dist/widget',
    emptyOutDir: true,
    target: 'es2022',
    reportCompressedSize: false,
    lib: { entry: 'main.ts', formats: ['iife'], name: 'tandemWidget', fileName: () => 'tandem.js' },
  },
});
