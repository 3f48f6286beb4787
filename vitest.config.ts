// Unit tests: beside the code, in two projects. `*.test.ts` runs in plain Node, `renderer/**/*.test.tsx` in a make-believe DOM.
// A third project holds the injected faults, a stage of its own.
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    restoreMocks: true,
    unstubEnvs: true,
    unstubGlobals: true,
    testTimeout: 10_000,
    coverage: {
      provider: 'v8',
      include: ['shared/**/*.ts', 'electron/**/*.ts', 'renderer/**/*.{ts,tsx}'],
      exclude: ['**/*.test.{ts,tsx}', '**/*.test-part.{ts,tsx}', '**/*.d.ts'],
      reporter: ['text', 'html'],
    },
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          environment: 'node',
          include: ['shared/**/*.test.ts', 'electron/**/*.test.ts', 'renderer/**/*.test.ts'],
        },
      },
      {
        extends: true,
        plugins: [react()],
        test: { name: 'picture', environment: 'jsdom', include: ['renderer/**/*.test.tsx'], css: false },
      },
      {
        extends: true,
        test: {
          name: 'faults',
          environment: 'node',
          include: ['faults/**/*.test.ts'],
          // Most of them wait, for a deadline of the app.
          maxConcurrency: 12,
          testTimeout: 90_000,
        },
      },
    ],
  },
});
