// Builds the preload: a single CommonJS file, because a sandboxed preload can require nothing but `electron`.
import { defineConfig } from 'vite';

export default defineConfig({
  publicDir: false,
  ssr: { noExternal: true, target: 'node' },
  build: {
    ssr: 'electron/preload.ts',
    outDir: process.env['POSTKEY_BUILD_FOLDER'] ?? 'out/preload',
    emptyOutDir: true,
    target: 'chrome114',
    license: { fileName: 'licences.json' },
    reportCompressedSize: false,
    rolldownOptions: {
      external: ['electron'],
      output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false, minify: true },
    },
  },
});
