// Builds the picture: everything the window shows, fonts included, under addresses relative to index.html.
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  root: resolve(import.meta.dirname, 'renderer'),
  base: './',
  plugins: [react()],
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
    // Nothing is loaded from afar, so size costs only parsing.
    chunkSizeWarningLimit: 1500,
  },
});
