// Takes off a pasted text what terminals, mails, browsers and programs put around a message: escapes, quote marks, markup, encodings.
// Pure; every pattern here is bounded, so that the work is linear in the length of the text.

/** Of a longer text the first and the last part are looked at: an error stands at one end of a log. */
const mostCharacters = 100_000;

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  quot: '"',
  lt: '<',
  gt: '>',
  nbsp: ' ',
  apos: "'",
  '#39': "'",
  '#34': '"',
};

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\n', t: ' ', '/': '/', '"': '"', '\\': '\\' };

function withoutEscapes(text: string): string {
  return text
    .replace(/\\u([0-9a-fA-F]{4})/gu, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replace(/\\(["\\/nrt])/gu, (_all, letter: string) => escapes[letter] ?? '');
}

function withoutPercents(text: string): string {
  return text.replace(/(?:%[0-9a-fA-F]{2}){1,400}/gu, (run) => {
    try {
      return decodeURIComponent(run);
    } catch {
      return run;
    }
  });
}

/** In an address's query a plus sign is a space. */
function withoutPluses(text: string): string {
  return text.replace(/error_description=[^\s&]{0,4000}/gu, (run) => run.replaceAll('+', ' '));
}

function shortened(text: string): string {
  if (text.length <= mostCharacters) return text;
  const half = mostCharacters / 2;
  return `${text.slice(0, half)}\n${text.slice(-half)}`;
}

/** The same words on the same lines, at most 100,000 characters of them before decoding. */
export function cleanText(pasted: string): string {
  const plain = shortened(pasted)
    .replace(/\r\n?|[\u2028\u2029]/gu, '\n')
    .replace(/\u001b\[[0-9;?]{0,20}[A-Za-z]/gu, '')
    .normalize('NFKC');
  // One character may become eighteen.
  let text = shortened(plain)
    .replace(/[\p{Cf}\u00ad]/gu, '')
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/gu, ' ')
    // A mail that answers or forwards; a box drawn around a message.
    .replace(/^[ \t]{0,8}(?:[>|│┃][ \t]?){1,10}/gmu, '')
    .replace(/[ \t][|│┃]$/gmu, '');
  // JSON within JSON, and an address within an address.
  for (let pass = 0; pass < 2; pass += 1) text = withoutPercents(withoutEscapes(withoutPluses(text)));
  return text
    .replace(/<[a-z/][^<>]{0,300}>/giu, ' ')
    .replace(/&(amp|quot|lt|gt|nbsp|apos|#39|#34);/giu, (all, name: string) => entities[name.toLowerCase()] ?? all);
}

/** With its lines put together, as before a terminal or a mail broke words over them. */
export function joinLines(text: string): string {
  return text
    .split('\n')
    .map((line) => line.trim())
    .join('');
}
