// Messages of D-Bus as bytes, as far as a desktop's notices need them (D-Bus specification, "Message Protocol"; little-endian only).

export interface BusMessage {
  /** 1 call, 2 answer, 3 error, 4 signal. */
  readonly type: number;
  readonly serial: number;
  /** By code: 1 path, 2 interface, 3 member, 5 serial answered, 6 destination, 7 sender, 8 signature. */
  readonly fields: Readonly<Record<number, string | number>>;
  readonly body: Buffer;
}

type Value = string | number | readonly string[];

class Writer {
  #bytes: number[] = [];
  align(to: number): void {
    while (this.#bytes.length % to !== 0) this.#bytes.push(0);
  }
  byte(value: number): void {
    this.#bytes.push(value);
  }
  number(value: number): void {
    this.align(4);
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32LE(value);
    this.#bytes.push(...bytes);
  }
  text(value: string): void {
    const bytes = Buffer.from(value);
    this.number(bytes.length);
    this.#bytes.push(...bytes, 0);
  }
  signature(value: string): void {
    this.#bytes.push(value.length, ...Buffer.from(value), 0);
  }
  texts(values: readonly string[]): void {
    const inside = new Writer();
    for (const value of values) inside.text(value);
    this.number(inside.bytes().length);
    this.#bytes.push(...inside.bytes());
  }
  bytes(): Buffer {
    return Buffer.from(this.#bytes);
  }
}

/** `signature`: of `s`, `u` and `as` only. */
function bodyOf(signature: string, values: readonly Value[]): Buffer {
  const writer = new Writer();
  for (const [index, kind] of (signature.match(/as|s|u/gu) ?? []).entries()) {
    const value = values[index];
    if (kind === 'as' && Array.isArray(value)) writer.texts(value);
    else if (kind === 's') writer.text(String(value));
    else writer.number(Number(value));
  }
  return writer.bytes();
}

const kinds: Readonly<Record<number, string>> = { 1: 'o', 2: 's', 3: 's', 5: 'u', 6: 's', 8: 'g' };

/** `fields` without the signature, which is put in. */
export function writeMessage(
  type: number,
  serial: number,
  fields: BusMessage['fields'],
  signature = '',
  values: readonly Value[] = [],
): Buffer {
  const body = bodyOf(signature, values);
  const inside = new Writer();
  for (const [code, value] of Object.entries(signature === '' ? fields : { ...fields, 8: signature })) {
    const kind = kinds[Number(code)] ?? 's';
    inside.align(8);
    inside.byte(Number(code));
    inside.signature(kind);
    if (kind === 'u') inside.number(Number(value));
    else if (kind === 'g') inside.signature(String(value));
    else inside.text(String(value));
  }
  const head = new Writer();
  for (const byte of [0x6c, type, 0, 1]) head.byte(byte);
  head.number(body.length);
  head.number(serial);
  head.number(inside.bytes().length);
  const header = Buffer.concat([head.bytes(), inside.bytes()]);
  return Buffer.concat([header, Buffer.alloc((8 - (header.length % 8)) % 8), body]);
}

/** Reads texts and numbers one after the other. */
export class Reader {
  readonly #bytes: Buffer;
  at: number;
  constructor(bytes: Buffer, at = 0) {
    this.#bytes = bytes;
    this.at = at;
  }
  align(to: number): void {
    this.at = Math.ceil(this.at / to) * to;
  }
  number(): number {
    this.align(4);
    this.at += 4;
    return this.#bytes.readUInt32LE(this.at - 4);
  }
  text(): string {
    const length = this.number();
    this.at += length + 1;
    return this.#bytes.toString('utf8', this.at - length - 1, this.at - 1);
  }
  signature(): string {
    const length = this.#bytes.readUInt8(this.at);
    this.at += length + 2;
    return this.#bytes.toString('utf8', this.at - length - 1, this.at - 1);
  }
  byte(): number {
    this.at += 1;
    return this.#bytes.readUInt8(this.at - 1);
  }
}

/** The first whole message and how many bytes it took; null: more bytes are needed. */
export function readMessage(bytes: Buffer): { readonly message: BusMessage; readonly size: number } | null {
  if (bytes.length < 16) return null;
  const [bodySize, fieldsSize] = [bytes.readUInt32LE(4), bytes.readUInt32LE(12)];
  const bodyAt = Math.ceil((16 + fieldsSize) / 8) * 8;
  if (bytes.length < bodyAt + bodySize) return null;
  const reader = new Reader(bytes, 16);
  const fields: Record<number, string | number> = {};
  while (reader.at < 16 + fieldsSize) {
    reader.align(8);
    const code = reader.byte();
    const kind = reader.signature();
    if (kind === 'u') fields[code] = reader.number();
    else fields[code] = kind === 'g' ? reader.signature() : reader.text();
  }
  const body = bytes.subarray(bodyAt, bodyAt + bodySize);
  return {
    message: { type: bytes.readUInt8(1), serial: bytes.readUInt32LE(8), fields, body },
    size: bodyAt + bodySize,
  };
}
