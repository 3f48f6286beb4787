// Reads from a certificate what Node's X509Certificate does not show: who is allowed to sign how deep, what is critical, and how it was
// signed. Reads DER as RFC 5280 section 4.1 lays it out; anything odd throws, and the caller then trusts nothing.

export interface CertificateFields {
  /** The signature algorithm's OID, dotted. */
  readonly signedWith: string;
  /** By dotted OID. */
  readonly extensions: ReadonlyMap<string, { readonly critical: boolean; readonly value: Uint8Array }>;
  /** How many CAs may stand below this one; null: any number. */
  readonly pathLength: number | null;
}

interface Part {
  readonly tag: number;
  readonly content: Uint8Array;
}

const sequence = 0x30;
const objectId = 0x06;
const boolean = 0x01;
const integer = 0x02;
const octets = 0x04;
/** `[3]`: the extensions within the signed part. */
const extensionsTag = 0xa3;

/** `der` is the whole certificate. Throws when it is not one. */
export function readCertificateFields(der: Uint8Array): CertificateFields {
  const [certificate] = partsOf(der);
  const [signed, algorithm] = partsOf(expect(certificate, sequence));
  const [signatureId] = partsOf(expect(algorithm, sequence));
  const extensionsPart = partsOf(expect(signed, sequence)).find((part) => part.tag === extensionsTag);
  const extensions = new Map<string, { critical: boolean; value: Uint8Array }>();
  if (extensionsPart !== undefined) {
    const [list] = partsOf(extensionsPart.content);
    for (const entry of partsOf(expect(list, sequence))) {
      const fields = partsOf(expect(entry, sequence));
      const id = dotted(expect(fields[0], objectId));
      const critical = fields[1]?.tag === boolean && fields[1].content[0] !== 0;
      if (extensions.has(id)) throw new Error('An extension comes twice');
      extensions.set(id, { critical, value: expect(fields.at(-1), octets) });
    }
  }
  return { signedWith: dotted(expect(signatureId, objectId)), extensions, pathLength: pathLengthOf(extensions) };
}

/** BasicConstraints ::= SEQUENCE { cA BOOLEAN, pathLenConstraint INTEGER OPTIONAL } */
function pathLengthOf(extensions: CertificateFields['extensions']): number | null {
  const constraints = extensions.get('2.5.29.19');
  if (constraints === undefined) return null;
  const [list] = partsOf(constraints.value);
  const length = partsOf(expect(list, sequence)).find((part) => part.tag === integer);
  if (length === undefined) return null;
  if (length.content.length !== 1) throw new Error('A path length of no sense');
  return length.content[0] ?? 0;
}

function expect(part: Part | undefined, tag: number): Uint8Array {
  if (part === undefined || part.tag !== tag) throw new Error('Not laid out as a certificate');
  return part.content;
}

function partsOf(bytes: Uint8Array): readonly Part[] {
  const parts: Part[] = [];
  let at = 0;
  while (at < bytes.length) {
    const tag = bytes[at] ?? 0;
    const first = bytes[at + 1] ?? 0;
    const lengthBytes = first < 0x80 ? 0 : first & 0x7f;
    if (first === 0x80 || lengthBytes > 3) throw new Error('A length of no sense');
    let length = first < 0x80 ? first : 0;
    for (let index = 0; index < lengthBytes; index += 1) length = length * 256 + (bytes[at + 2 + index] ?? 0);
    const start = at + 2 + lengthBytes;
    if (start + length > bytes.length) throw new Error('The certificate ends too early');
    parts.push({ tag, content: bytes.subarray(start, start + length) });
    at = start + length;
  }
  return parts;
}

function dotted(bytes: Uint8Array): string {
  const numbers: number[] = [];
  let value = 0;
  for (const byte of bytes) {
    value = value * 128 + (byte & 0x7f);
    if (byte < 0x80) {
      numbers.push(value);
      value = 0;
    }
  }
  const [first = 0, ...rest] = numbers;
  const root = Math.min(2, Math.floor(first / 40));
  return [root, first - root * 40, ...rest].join('.');
}
