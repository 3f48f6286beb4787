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
 * @property {boolean} [notTried] this computer does not let it be injected
 */

const actors = /** @type {Record<string, string>} */ ({
  it: 'IT',
  you: 'you',
  provider: 'provider',
  wait: 'wait',
  app: 'app',
});

/** @param {FaultLine} fault */
function markOf({ wrong, notTried }) {
  if (notTried) return '–';
  return wrong.length === 0 ? '✓' : '✗';
}

/** @param {FaultLine} fault */
const cellsOf = (fault) => [
  markOf(fault),
  fault.id,
  fault.injected,
  fault.ended,
  `${fault.ms} of ${fault.deadlineMs} ms`,
  actors[fault.actor] ?? fault.actor,
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
  const good = faults.filter(({ wrong, notTried }) => wrong.length === 0 && !notTried).length;
  const notTried = faults.filter((fault) => fault.notTried).length;
  const rest = notTried === 0 ? '' : `, ${notTried} could not be tried on this computer`;
  return [lineOf(heads), ...lines, '', `${faults.length} faults, ${good} ended as they must, in time${rest}`];
}

/**
 * @param {any} report Vitest's report as JSON
 * @returns {readonly FaultLine[]} those that were run, in the order of the list
 */
export const faultsIn = (report) =>
  report.testResults.flatMap((/** @type {any} */ file) =>
    file.assertionResults.flatMap((/** @type {any} */ { meta }) => (meta?.fault ? [meta.fault] : [])),
  );
