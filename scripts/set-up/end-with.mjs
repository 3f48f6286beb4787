// The outermost frame of a command: its exit code, and one plain sentence instead of a stack when set-up fails.

/** @param {unknown} error */
function describe(error) {
  if (!(error instanceof Error)) return String(error);
  // Plain errors are thrown on purpose, with a sentence for a person; others are bugs.
  return error.constructor === Error && !('code' in error) ? error.message : (error.stack ?? error.message);
}

/** @param {() => Promise<number>} command answers its exit code */
export async function endWith(command) {
  try {
    process.exitCode = await command();
  } catch (error) {
    process.stderr.write(`\n${describe(error)}\n`);
    process.exitCode = 1;
  }
}
