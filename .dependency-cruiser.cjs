// Who may know whom: section "The house" of the design, as rules. Run by scripts/testing/check-import-rules.mjs, which also
// makes sure that every source file was looked at.

const adapters = 'sign-in|token-vault|discovery|mail-check|mail-apps|bridge|watch|support|practice|door|policy';
/** What adapters may know of the thinking: interfaces, and what is remembered. */
const forAdapters = [
  'bridge-world',
  'case-about',
  'get-once',
  'hand-over-world',
  'kept-bridge',
  'looking-up',
  'memory',
  'network-look',
  'outside-world',
  'past',
  'preset-desk',
  'secret',
];

/** Tests, and the parts that only tests use. */
const tests = '\\.test(-part)?\\.tsx?$';
const testTools = '^node_modules/(vitest|@vitest|@testing-library|axe-core)/';
const pictureLibraries =
  '^node_modules/(react|react-dom|@types/react|@types/react-dom|@fluentui|lucide-react|i18next|react-i18next|zod|uqr|@fontsource)/';

/** Everything but the paths named. */
const onlyTo = (...paths) => ({ pathNot: paths });

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one file, or lack a third.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-orphans',
      comment: 'A file that nothing imports and that imports nothing is left over.',
      severity: 'error',
      from: {
        orphan: true,
        // Read by their tools.
        pathNot: [
          '\\.d\\.ts$',
          '\\.config\\.ts$',
          '^\\.dependency-cruiser\\.cjs$',
          '^scripts/packaging/no-node-modules\\.cjs$',
        ],
      },
      to: {},
    },
    {
      name: 'imports-exist',
      comment: 'The file or library is not there.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'shared-knows-only-itself',
      comment: 'The contract runs anywhere: plain data, pure functions and the schema library.',
      severity: 'error',
      from: { path: '^shared/', pathNot: tests },
      to: onlyTo('^shared/', '^node_modules/zod/'),
    },
    {
      name: 'shared-tests',
      severity: 'error',
      from: { path: `^shared/.*${tests}` },
      to: { path: '^(renderer|electron|e2e|scripts)/' },
    },
    {
      name: 'renderer-knows-the-contract-and-its-kit',
      comment: 'The picture knows no Node, no Electron and no other room.',
      severity: 'error',
      from: { path: '^renderer/', pathNot: tests },
      to: onlyTo('^renderer/', '^shared/', pictureLibraries),
    },
    {
      name: 'renderer-tests',
      severity: 'error',
      from: { path: `^renderer/.*${tests}` },
      to: { path: '^(electron|e2e|scripts)/' },
    },
    {
      name: 'thinking-knows-no-world',
      comment: 'electron/setup decides; adapters act. It is handed what it needs through outside-world.ts.',
      severity: 'error',
      from: { path: '^electron/setup/', pathNot: tests },
      to: onlyTo('^electron/setup/', '^shared/'),
    },
    {
      name: 'thinking-tests',
      severity: 'error',
      from: { path: `^electron/setup/.*${tests}` },
      to: { path: '^(renderer|e2e|scripts|electron/(?!setup/))' },
    },
    {
      name: 'adapters-do-not-know-each-other',
      comment: 'What one adapter needs of another, main.ts hands in.',
      severity: 'error',
      from: { path: `^electron/(${adapters})/` },
      to: {
        path: '^electron/',
        pathNot: ['^electron/$1/', `^electron/setup/(${forAdapters.join('|')})\\.ts$`],
      },
    },
    {
      name: 'doorstep-knows-no-adapter',
      comment: 'desktop/, ipc/ and cli/ speak to the thinking, not to adapters or each other.',
      severity: 'error',
      from: { path: '^electron/(desktop|ipc|cli)/' },
      to: { path: '^electron/', pathNot: ['^electron/$1/', '^electron/setup/'] },
    },
    {
      name: 'electron-at-the-doorstep',
      comment: 'Only these meet Electron, so that no test has to pretend to be it.',
      severity: 'error',
      from: { path: '^(shared|electron|renderer|e2e)/', pathNot: '^electron/(main\\.ts|preload\\.ts|ipc/|desktop/)' },
      to: { path: '^node_modules/(electron|electron-store)/' },
    },
    {
      name: 'preload-is-a-window-pane',
      comment: 'The contract and Electron, nothing else.',
      severity: 'error',
      from: { path: '^electron/preload\\.ts$' },
      to: onlyTo('^shared/', '^node_modules/electron/'),
    },
    {
      name: 'main-knows-no-picture',
      severity: 'error',
      from: { path: '^electron/' },
      to: { path: '^(renderer|e2e|scripts)/' },
    },
    {
      name: 'secrets-stay-with-few',
      comment: 'Rooms that never hold a secret do not know what one is.',
      severity: 'error',
      from: { path: '^electron/(discovery|mail-apps|support|desktop)/', pathNot: tests },
      to: { path: '^electron/setup/secret\\.ts$' },
    },
    {
      name: 'journeys-look-from-outside',
      comment: 'e2e knows what a person and another program can see.',
      severity: 'error',
      from: { path: '^e2e/' },
      to: { path: '^(renderer|electron|scripts)/' },
    },
    {
      name: 'faults-stay-in-their-room',
      comment: 'faults/ may meet every adapter and what their tests use; nothing knows it.',
      severity: 'error',
      from: { pathNot: '^faults/' },
      to: { path: '^faults/' },
    },
    {
      name: 'faults-meet-the-real-thing',
      comment: 'No window, no journeys: adapters, and servers that misbehave.',
      severity: 'error',
      from: { path: '^faults/' },
      to: { path: '^(renderer|e2e|scripts)/' },
    },
    {
      name: 'nobody-imports-tests',
      severity: 'error',
      from: { pathNot: ['^e2e/', '^faults/', tests] },
      to: { path: ['^e2e/', tests] },
    },
    {
      name: 'scripts-run-before-anything-is-installed',
      severity: 'error',
      from: { path: '^scripts/', pathNot: '^scripts/stand-in-launcher/' },
      to: { dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'shipped-code-uses-shipped-libraries',
      comment: 'A library that is bundled stands under dependencies in package.json.',
      severity: 'error',
      from: { path: '^(shared|renderer|electron)/', pathNot: tests },
      to: {
        dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'],
        pathNot: ['^node_modules/(electron|@types)/', testTools],
      },
    },
  ],
  options: {
    // TypeScript 7 has no API that dependency-cruiser could use.
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: '^node_modules/' },
    exclude: { path: '^(out|\\.cache|release|coverage)/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.cjs', '.js', '.json', '.css', '.d.ts'],
    },
  },
};
