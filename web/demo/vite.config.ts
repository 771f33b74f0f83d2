import { defineConfig } from 'vite';

const page = (name: string) => decodeURIComponent(new URL(name, import.meta.url).pathname);

/** The shop's page, and the reader of articles in the shop's frame and in none. Served at `/` and `/help/{id}`, their parts below `/demo/`. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/demo/',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: '../../dist/demo',
    emptyOutDir: true,
    target: 'es2022',
    reportCompressedSize: false,
    // The pages' content security policy allows scripts and styles of the own origin only.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: { index: page('index.html'), help: page('help.html'), reader: page('reader.html') },
    },
  },
});
