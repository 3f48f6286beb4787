// Builds the main process: one CommonJS entry with every library inside, and a chunk for each `import()`, so that heavy
// parts load when first needed.
import { defineConfig } from 'vite';

export default defineConfig({
  // What the panel shows; the window has its own.
  publicDir: 'electron/desktop/pictures',
  ssr: { noExternal: true, target: 'node' },
  build: {
    ssr: true,
    outDir: process.env['POSTKEY_BUILD_FOLDER'] ?? 'out/main',
    emptyOutDir: true,
    // Node 18.15, which the oldest Electron that Postkey is tried in carries.
    target: 'node18',
    sourcemap: true,
    license: { fileName: 'licences.json' },
    reportCompressedSize: false,
    rolldownOptions: {
      // The bridge's thread is started by the name of its file.
      input: { main: 'electron/main.ts', 'bridge-thread': 'electron/bridge-thread.ts' },
      external: ['electron'],
      // depd, inside oidc-provider's koa, makes its own warnings with eval; nothing from outside reaches it.
      checks: { eval: false },
      output: {
        format: 'cjs',
        entryFileNames: '[name].cjs',
        chunkFileNames: '[name]-[hash].cjs',
        // oidc-provider names what it stores after its classes, which a bundler would rename.
        keepNames: true,
        minify: { compress: true, mangle: false, codegen: { removeWhitespace: true } },
      },
    },
  },
});
