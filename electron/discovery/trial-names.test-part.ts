// A name service for the tests, over real UDP on this computer: knows its zone and nothing else. Never used outside tests.
import { Packet, UDPServer } from 'dns2';

export interface Entry {
  readonly a?: readonly string[];
  readonly mx?: readonly (readonly [priority: number, host: string])[];
  /** Priority, weight, port, host. */
  readonly srv?: readonly (readonly [number, number, number, string])[];
  readonly cname?: string;
  readonly txt?: readonly string[];
  /** Answers with this instead. */
  readonly fault?: 'silent' | 'server-failure' | 'refused';
}

/** `*.name` answers for every name below that is not there itself; a name exists too when something lies below it. */
export type Zone = Readonly<Record<string, Entry>>;

export interface TrialNames {
  /** `127.0.0.1:PORT`. */
  readonly address: string;
  /** `MX harbour.example`, in order. */
  readonly asked: readonly string[];
  entry(name: string): Entry | undefined;
  stop(): Promise<void>;
}

const rcodes = { 'server-failure': 2, refused: 5, 'no-such-name': 3 } as const;
const life = { ttl: 1, class: Packet.CLASS.IN };
const { A, MX, SRV, TXT, CNAME } = Packet.TYPE;

interface BitWriter {
  write(value: number, bits: number): void;
}

/** The target of a service is never compressed (RFC 2782); dns2 compresses it, which c-ares takes for a broken answer. */
function writeSrv(record: Readonly<Record<string, string | number>>, writer: BitWriter): void {
  for (const field of ['priority', 'weight', 'port']) writer.write(Number(record[field]), 16);
  for (const label of String(record['target']).split('.').filter(Boolean)) {
    writer.write(label.length, 8);
    for (const byte of Buffer.from(label)) writer.write(byte, 8);
  }
  writer.write(0, 8);
}
(Packet.Resource as unknown as { SRV: { encode: typeof writeSrv } }).SRV.encode = writeSrv;

function recordsOf(entry: Entry, type: number): readonly object[] {
  switch (type) {
    case A:
      return (entry.a ?? []).map((address) => ({ address }));
    case MX:
      return (entry.mx ?? []).map(([priority, exchange]) => ({ priority, exchange }));
    case SRV:
      return (entry.srv ?? []).map(([priority, weight, port, target]) => ({ priority, weight, port, target }));
    case TXT:
      return (entry.txt ?? []).map((data) => ({ data }));
    default:
      return [];
  }
}

export async function openTrialNames(zone: Zone): Promise<TrialNames> {
  const asked: string[] = [];
  const typeNames = new Map(Object.entries(Packet.TYPE).map(([name, number]) => [number as number, name]));
  const find = (name: string): Entry | undefined => {
    const wild = Object.keys(zone).find((each) => each.startsWith('*.') && name.endsWith(each.slice(1)));
    return zone[name] ?? (wild === undefined ? undefined : zone[wild]);
  };
  const server = new UDPServer((request, send) => {
    const [question] = request.questions as unknown as readonly { readonly name: string; readonly type: number }[];
    if (!question) return;
    const name = question.name.toLowerCase();
    asked.push(`${typeNames.get(question.type) ?? question.type} ${name}`);
    const entry = find(name);
    if (entry?.fault === 'silent') return;
    const response = Packet.createResponseFromRequest(request);
    const below = Object.keys(zone).some((each) => each.endsWith(`.${name}`));
    if (entry?.fault) response.header.rcode = rcodes[entry.fault];
    else if (entry?.cname !== undefined) {
      response.answers.push({ name, type: CNAME, ...life, domain: entry.cname } as never);
    } else if (entry) {
      response.answers.push(
        ...recordsOf(entry, question.type).map((each) => ({ name, type: question.type, ...life, ...each }) as never),
      );
    } else if (!below) response.header.rcode = rcodes['no-such-name'];
    send(response);
  });
  await server.listen(0, '127.0.0.1');
  return {
    address: `127.0.0.1:${server.address().port}`,
    asked,
    entry: find,
    stop: () => new Promise((done) => server.close(() => done())),
  };
}
