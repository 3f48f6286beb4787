// The three bundles of Postkey: where each comes from, and what it must leave behind.

/**
 * @typedef {object} Part
 * @property {'main' | 'preload' | 'renderer'} name
 * @property {string} config
 * @property {string} result a file that a whole build leaves
 * @property {readonly string[]} sources folders and files a build depends on
 */

/** @type {readonly Part[]} */
export const parts = [
  { name: 'main', config: 'vite.main.config.ts', result: 'main.cjs', sources: ['electron', 'shared'] },
  {
    name: 'preload',
    config: 'vite.preload.config.ts',
    result: 'preload.cjs',
    sources: ['electron/preload.ts', 'shared'],
  },
  { name: 'renderer', config: 'vite.renderer.config.ts', result: 'index.html', sources: ['renderer', 'shared'] },
];
