// What was piped into Postkey. Waits for its end; reads no keyboard, and no more than anyone would look at.

const mostBytes = 1_000_000;

/** Null when nothing is piped in. */
export async function readStandardInput(): Promise<string | null> {
  const { stdin } = process;
  if (stdin.isTTY) return null;
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of stdin as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    bytes += chunk.length;
    if (bytes >= mostBytes) break;
  }
  return Buffer.concat(chunks).toString('utf8');
}
