// Reads a small posted form. Keeps nothing of it.
import type { IncomingMessage } from 'node:http';

const mostBytes = 8192;

/** Null when it is larger than any form of practice's pages, or broke off. */
export async function readForm(request: IncomingMessage): Promise<URLSearchParams | null> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    // Left whole when this returns early, so that the refusal still finds its way out.
    for await (const chunk of request.iterator({ destroyOnReturn: false })) {
      bytes += chunk.length;
      if (bytes > mostBytes) return null;
      chunks.push(chunk);
    }
  } catch {
    return null;
  }
  return new URLSearchParams(Buffer.concat(chunks).toString('utf8'));
}
