// The sentences that go to a mail program, made fit for its wire: ASCII (RFC 9051 section 7.1, RFC 1939 section 3, RFC 5321 section 4.2),
// one line, short enough for programs that show the beginning. The sentences stand in `bridge-wire.json`.

/** A sentence of `bridge-wire.json` in the person's language. */
export type WireWords = (key: WireKey, values?: Readonly<Record<string, string>>) => string;

export type WireKey =
  | 'ready'
  | 'welcome'
  | 'bye'
  | 'done'
  | 'wrongPassword'
  | 'otherUser'
  | 'later'
  | 'tooMany'
  | 'person'
  | 'organisation'
  | 'locked'
  | 'logInFirst'
  | 'notUnderstood'
  | 'notHere'
  | 'cancelled'
  | 'encrypted'
  | 'spokeTls'
  | 'spokePlain'
  | 'spokeHttp'
  | 'tooSlow'
  | 'tooLong'
  | 'tooOften'
  | 'closing';

/** RFC 5321 section 4.5.3.1.5 lets a reply line have 512 octets; many programs show less. */
const longest = 300;

const plainer: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  '“': '"',
  '”': '"',
  '–': '-',
  '—': '-',
  '…': '...',
  '\u00a0': ' ',
};

/** Accents fall away; when a script has no such letters, `english` is said instead. */
export function onWire(sentence: string, english: string): string {
  const plain = sentence.replace(/[‘’“”–—…\u00a0]/gu, (sign) => plainer[sign] ?? ' ');
  const bare = plain.normalize('NFKD').replace(/\p{M}+/gu, '');
  const lost = [...bare].filter((sign) => sign > '\x7e').length;
  const said = lost > bare.length / 10 ? english : bare;
  return said
    .replace(/[^\x20-\x7e]+/gu, ' ')
    .replace(/ {2,}/gu, ' ')
    .trim()
    .slice(0, longest);
}
