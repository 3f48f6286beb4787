// Shows how far long work has come: one line that rewrites itself on a terminal, plain lines elsewhere.
// Writes to standard error only, so that a command's own output stays clean.
const isTerminal = Boolean(process.stderr.isTTY);
const everyMs = isTerminal ? 300 : 4000;

/** @type {Map<string, () => string>} */
const running = new Map();
/** @type {NodeJS.Timeout | undefined} */
let timer;
let lastText = '';

/** @param {string} text */
export function say(text) {
  process.stderr.write(isTerminal ? `\r\x1b[K${text}\n` : `${text}\n`);
}

function draw() {
  const text = [...running].map(([label, describe]) => `${label} ${describe()}`).join('   ');
  if (text === lastText) return;
  lastText = text;
  if (isTerminal) process.stderr.write(`\r\x1b[K${text.slice(0, (process.stderr.columns ?? 80) - 1)}`);
  else process.stderr.write(`  ${text}\n`);
}

/**
 * Runs `work`, and meanwhile says what `describe` answers.
 * @template T
 * @param {string} label
 * @param {() => string} describe
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withProgress(label, describe, work) {
  const startedAt = Date.now();
  say(`${label} …`);
  running.set(label, describe);
  timer ??= setInterval(draw, everyMs);
  try {
    const value = await work();
    say(`${label}: done in ${((Date.now() - startedAt) / 1000).toFixed(1)} s`);
    return value;
  } finally {
    running.delete(label);
    if (running.size === 0) {
      clearInterval(timer);
      timer = undefined;
    }
  }
}

/**
 * @param {number} bytes
 * @param {number} [ofBytes] where known; never shows 100 % before the end
 */
export function describeBytes(bytes, ofBytes) {
  const megabytes = (/** @type {number} */ count) => (count / 1e6).toFixed(1);
  if (!ofBytes) return `${megabytes(bytes)} MB`;
  const percent = Math.min(99, Math.floor((bytes / ofBytes) * 100));
  return `${megabytes(Math.min(bytes, ofBytes))} of ${megabytes(ofBytes)} MB, ${percent} %`;
}
