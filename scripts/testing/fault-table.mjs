// The list of injected faults as lines of text: what was done, how it ended, after how long of its deadline, who has to act.

/**
 * @typedef {object} FaultLine as `faults/run-fault.ts` makes it
 * @property {string} id
 * @property {string} group
 * @property {string} injected
 * @property {string} ended
 * @property {string} actor
 * @property {number} ms
 * @property {number} deadlineMs
 * @property {readonly string[]} wrong
 */

const actors = /** @type {Record<string, string>} */ ({
  it: 'IT',
  you: 'you',
  provider: 'provider',
  wait: 'wait',
  app: 'app',
});

/** @param {FaultLine} fault */
const cellsOf = ({ id, injected, ended, ms, deadlineMs, actor, wrong }) => [
  wrong.length === 0 ? '✓' : '✗',
  id,
  injected,
  ended,
  `${ms} of ${deadlineMs} ms`,
  actors[actor] ?? actor,
];

const heads = ['', 'fault', 'injected', 'ended in', 'after', 'who acts'];

/**
 * @param {readonly FaultLine[]} faults
 * @returns {readonly string[]} a table by group; the last line says how many there are and how many ended well
 */
export function faultTable(faults) {
  const rows = faults.map(cellsOf);
  const widths = heads.map((head, column) => Math.max(head.length, ...rows.map((row) => row[column]?.length ?? 0)));
  /** @param {readonly string[]} cells */
  const lineOf = (cells) =>
    cells
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  const lines = faults.flatMap((fault, at) => {
    const head = fault.group === faults[at - 1]?.group ? [] : ['', fault.group];
    return [...head, lineOf(rows[at] ?? []), ...fault.wrong.map((wrong) => `     ${wrong.split('\n')[0]}`)];
  });
  const good = faults.filter(({ wrong }) => wrong.length === 0).length;
  return [lineOf(heads), ...lines, '', `${faults.length} faults, ${good} ended in their cause in time`];
}

/**
 * @param {any} report Vitest's report as JSON
 * @returns {readonly FaultLine[]} those that were run, in the order of the list
 */
export const faultsIn = (report) =>
  report.testResults.flatMap((/** @type {any} */ file) =>
    file.assertionResults.flatMap((/** @type {any} */ { meta }) => (meta?.fault ? [meta.fault] : [])),
  );
