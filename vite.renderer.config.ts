// Builds the picture: everything the window shows, fonts included, under addresses relative to index.html.
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/** The faces the first page draws with: asked for with the page, not when the first letter is laid out. */
const firstFaces = /(?:next-latin-[456]00|mono-latin-600)-normal-[^/]*\.woff2$/u;

const preloadFaces: Plugin = {
  name: 'preload-faces',
  transformIndexHtml: {
    order: 'post',
    handler: (_html, { bundle }) =>
      Object.keys(bundle ?? {})
        .filter((file) => firstFaces.test(file))
        .map((file) => ({
          tag: 'link',
          attrs: { rel: 'preload', as: 'font', type: 'font/woff2', crossorigin: '', href: `./${file}` },
          injectTo: 'head' as const,
        })),
  },
};

export default defineConfig({
  root: resolve(import.meta.dirname, 'renderer'),
  base: './',
  plugins: [react(), preloadFaces],
  build: {
    outDir: resolve(import.meta.dirname, process.env['POSTKEY_BUILD_FOLDER'] ?? 'out/renderer'),
    emptyOutDir: true,
    // The oldest Electron that Postkey is tried in carries Chromium 114.
    target: 'chrome114',
    modulePreload: { polyfill: false },
    // The window's content policy allows no data: addresses.
    assetsInlineLimit: 0,
    license: { fileName: 'licences.json' },
    reportCompressedSize: false,
    // One style sheet and one bundle for all that the first page may need; menus and dialogs, and each language, come when asked
    // for. Every file costs a walk to the main process, which is busy at start-up.
    cssCodeSplit: false,
    rolldownOptions: {
      // The window checks nothing: schemas that only the main process uses fall away.
      treeshake: { manualPureFunctions: ['z'] },
      output: {
        codeSplitting: {
          groups: [
            { name: 'window', tags: ['$initial'] },
            { name: 'kit', test: /node_modules[\\/]/ },
          ],
        },
      },
    },
    // Nothing is loaded from afar, so size costs only parsing.
    chunkSizeWarningLimit: 1500,
  },
});
