// A name service of the journey's own: knows what it was told, says of every other name that it does not exist. Nothing it is asked
// goes any further.
import { Packet, UDPServer } from 'dns2';

/** Names are looked up without regard to case; a name that stands here exists, also for record types it has nothing of. */
export interface Zone {
  readonly [name: string]: {
    readonly a?: readonly string[];
    readonly mx?: readonly { readonly host: string; readonly priority?: number }[];
    readonly srv?: readonly { readonly host: string; readonly port: number; readonly priority?: number }[];
    readonly cname?: string;
    readonly txt?: readonly string[];
    /** Is never answered. */
    readonly silent?: boolean;
  };
}

export interface NameServer {
  /** `127.0.0.1:PORT`, as `--name-server` takes it. */
  readonly address: string;
  /** Every name it was asked for, in lower case. */
  readonly asked: readonly string[];
  stop(): Promise<void>;
}

const nameDoesNotExist = 3;
const life = { ttl: 1, class: Packet.CLASS.IN };

interface BitWriter {
  write(value: number, bits: number): void;
}

/** A service's target is never shortened (RFC 2782); dns2 shortens it, and newer resolvers take that for a broken answer. */
function writeSrv(record: Readonly<Record<string, string | number>>, writer: BitWriter): void {
  for (const field of ['priority', 'weight', 'port']) writer.write(Number(record[field]), 16);
  for (const label of String(record['target'])
    .split('.')
    .filter((each) => each !== '')) {
    writer.write(label.length, 8);
    for (const byte of Buffer.from(label)) writer.write(byte, 8);
  }
  writer.write(0, 8);
}
(Packet.Resource as unknown as { SRV: { encode: typeof writeSrv } }).SRV.encode = writeSrv;

type Question = { readonly name: string; readonly type: number };

function answersOf(zone: Zone, { name, type }: Question): readonly object[] {
  const entry = zone[name.toLowerCase()];
  if (!entry) return [];
  const of = (kind: number, records: readonly object[]): readonly object[] =>
    type === kind ? records.map((record) => ({ name, type: kind, ...life, ...record })) : [];
  if (entry.cname !== undefined) return [{ name, type: Packet.TYPE.CNAME, ...life, domain: entry.cname }];
  return [
    ...of(Packet.TYPE.A, entry.a?.map((address) => ({ address })) ?? []),
    ...of(Packet.TYPE.MX, entry.mx?.map(({ host, priority = 10 }) => ({ exchange: host, priority })) ?? []),
    ...of(
      Packet.TYPE.SRV,
      entry.srv?.map(({ host, port, priority = 0 }) => ({ target: host, port, priority, weight: 0 })) ?? [],
    ),
    ...of(Packet.TYPE.TXT, entry.txt?.map((data) => ({ data })) ?? []),
  ];
}

/** Listens on a free port until stopped. */
export async function openNameServer(zone: Zone): Promise<NameServer> {
  const asked: string[] = [];
  const server = new UDPServer((request, send) => {
    const [question] = request.questions as unknown as readonly Question[];
    if (!question) return;
    const name = question.name.toLowerCase();
    asked.push(name);
    if (zone[name]?.silent) return;
    const response = Packet.createResponseFromRequest(request);
    response.answers.push(...(answersOf(zone, question) as typeof response.answers));
    // A name exists too when something lies below it.
    const exists = Object.keys(zone).some((known) => known === name || known.endsWith(`.${name}`));
    if (!exists) response.header.rcode = nameDoesNotExist;
    send(response);
  });
  await server.listen(0, '127.0.0.1');
  const { port } = server.address();
  return {
    address: `127.0.0.1:${port}`,
    asked,
    stop: () => new Promise((done) => server.close(() => done())),
  };
}
