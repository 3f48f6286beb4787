// SHA-256 (FIPS 180-4) where there is neither Node nor a browser: for names that stand in an address's place. Not for keys or passwords.

const primes = ((): readonly number[] => {
  const found: number[] = [];
  for (let each = 2; found.length < 64; each += 1) if (found.every((prime) => each % prime !== 0)) found.push(each);
  return found;
})();
const fraction = (root: number): number => ((root - Math.floor(root)) * 2 ** 32) | 0;
const constants = primes.map((prime) => fraction(Math.cbrt(prime)));
const start = primes.slice(0, 8).map((prime) => fraction(Math.sqrt(prime)));

const turned = (word: number, by: number): number => (word >>> by) | (word << (32 - by));

/** The message with its end mark and its length in bits, as whole blocks of 64 bytes. */
function padded(message: Uint8Array): DataView {
  const blocks = Math.ceil((message.length + 9) / 64);
  const bytes = new Uint8Array(blocks * 64);
  bytes.set(message);
  bytes[message.length] = 0x80;
  const view = new DataView(bytes.buffer);
  view.setUint32(bytes.length - 8, Math.floor(message.length / 2 ** 29));
  view.setUint32(bytes.length - 4, (message.length << 3) >>> 0);
  return view;
}

function wordsOf(view: DataView, block: number): readonly number[] {
  const words = Array.from({ length: 16 }, (_none, at) => view.getInt32(block + at * 4));
  for (let at = 16; at < 64; at += 1) {
    const [a = 0, b = 0, c = 0, d = 0] = [words[at - 16], words[at - 15], words[at - 7], words[at - 2]];
    const low = turned(b, 7) ^ turned(b, 18) ^ (b >>> 3);
    const high = turned(d, 17) ^ turned(d, 19) ^ (d >>> 10);
    words.push((a + low + c + high) | 0);
  }
  return words;
}

/** Of the text's UTF-8 bytes, as 64 hexadecimal digits. */
export function sha256(text: string): string {
  const view = padded(new TextEncoder().encode(text));
  let state = [...start];
  for (let block = 0; block < view.byteLength; block += 64) {
    let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
    for (const [at, word] of wordsOf(view, block).entries()) {
      const choice = (e & f) ^ (~e & g);
      const one = (h + (turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)) + choice + (constants[at] ?? 0) + word) | 0;
      const two = ((turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      [h, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + two) | 0];
    }
    const mixed = [a, b, c, d, e, f, g, h];
    state = state.map((word, at) => (word + (mixed[at] ?? 0)) | 0);
  }
  return state.map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
}
