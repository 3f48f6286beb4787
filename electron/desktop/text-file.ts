// Reads a text file a person or an administrator named: with a limit, and in the encodings Windows' editors write. Never throws.
import { readFile, stat } from 'node:fs/promises';

/**
 * Null: not there, not readable, or no ordinary file (a pipe would be waited for without end). A file above the limit is answered as
 * blanks, one sign longer than the limit: whoever reads the text says "too large" in its own words.
 */
export async function readTextFile(path: string, mostBytes: number): Promise<string | null> {
  try {
    const facts = await stat(path);
    if (!facts.isFile()) return null;
    return facts.size > mostBytes ? ' '.repeat(mostBytes + 1) : decoded(await readFile(path));
  } catch {
    return null;
  }
}

/** UTF-8, or UTF-16 where its mark stands in front; the mark falls away. */
function decoded(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return new TextDecoder('utf-8').decode(bytes);
}
