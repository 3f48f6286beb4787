// Reads a small posted form. Keeps nothing of it.
import type { IncomingMessage } from 'node:http';

const mostBytes = 8192;

/** Null when it is larger than any form of practice's pages. */
export async function readForm(request: IncomingMessage): Promise<URLSearchParams | null> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    bytes += chunk.length;
    if (bytes > mostBytes) return null;
    chunks.push(chunk);
  }
  return new URLSearchParams(Buffer.concat(chunks).toString('utf8'));
}
