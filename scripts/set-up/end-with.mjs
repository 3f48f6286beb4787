// The outermost frame of a command: its exit code, and one plain sentence instead of a stack when set-up fails.

/** @param {() => Promise<number>} command answers its exit code */
export async function endWith(command) {
  try {
    process.exitCode = await command();
  } catch (error) {
    const isExpected = error instanceof Error && error.constructor === Error;
    process.stderr.write(`\n${isExpected ? error.message : error instanceof Error ? error.stack : String(error)}\n`);
    process.exitCode = 1;
  }
}
