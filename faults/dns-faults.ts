// Name services that refuse, fall silent, answer for everybody or answer nonsense, over real UDP.
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import type { Zone } from '../electron/discovery/trial-names.test-part.ts';
import { silent, status } from '../electron/discovery/trial-web.test-part.ts';
import type { Fault } from './fault.ts';
import { type LookUpMeeting, lookUpFault } from './look-up-trial.ts';

type Met = Parameters<typeof lookUpFault>[3];
const dns = (id: string, injected: string, met: Met): Fault => lookUpFault('dns', id, injected, met);

const a = ['192.0.2.10'];
const chooses = (said: string): Met => ({ verdict: `${said}; the person chooses` });

/** Answers each question with bytes of its own; null: not at all. */
const answering =
  (answer: (question: Buffer, times: number) => Buffer | null): NonNullable<LookUpMeeting['nameServer']> =>
  async () => {
    const socket = createSocket('udp4');
    const asked = new Map<string, number>();
    socket.on('message', (question, from) => {
      const name = question.subarray(12).toString('latin1');
      const times = (asked.get(name) ?? 0) + 1;
      asked.set(name, times);
      const reply = answer(question, times);
      if (reply) socket.send(reply, from.port, from.address);
    });
    socket.bind(0, '127.0.0.1');
    await once(socket, 'listening');
    return {
      address: `127.0.0.1:${socket.address().port}`,
      stop: () => new Promise((resolve) => void socket.close(() => resolve())),
    };
  };

/** The question as an answer: flags and result code, no records. */
function reply(question: Buffer, flags: number, rcode: number): Buffer {
  const bytes = Buffer.from(question);
  bytes.writeUInt16BE(0x8180 | flags | rcode, 2);
  return bytes;
}

/** As an answer with one alias that leads to the very name that was asked for. */
function aliasOfItself(question: Buffer): Buffer {
  const bytes = reply(question.subarray(0, endOfQuestion(question)), 0, 0);
  bytes.writeUInt16BE(1, 6);
  bytes.writeUInt16BE(0, 10);
  // Name by pointer, CNAME, IN, TTL 1, two bytes: the same pointer.
  return Buffer.concat([bytes, Buffer.from('c00c000500010000000100 02c00c'.replace(' ', ''), 'hex')]);
}

function endOfQuestion(question: Buffer): number {
  let at = 12;
  while ((question[at] ?? 0) !== 0) at += (question[at] ?? 0) + 1;
  return at + 5;
}

async function nobody(): ReturnType<NonNullable<LookUpMeeting['nameServer']>> {
  const socket = createSocket('udp4');
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  const address = `127.0.0.1:${socket.address().port}`;
  await new Promise<void>((resolve) => void socket.close(() => resolve()));
  return { address, stop: async () => undefined };
}

const services = ['_imaps', '_imap', '_pop3s', '_pop3', '_submissions', '_submission'];
const faulty = (fault: 'silent' | 'server-failure' | 'refused'): Zone => ({
  'harbour.example': { fault },
  ...Object.fromEntries(services.map((each) => [`${each}._tcp.harbour.example`, { fault }])),
});
const srv = (port: number, host: string): Zone => ({
  'harbour.example': { a },
  'autoconfig.harbour.example': { a },
  '_imaps._tcp.harbour.example': { srv: [[0, 0, port, host]] },
});
const webSilent = {
  'https://live.thunderbird.net': silent,
  'https://login.microsoftonline.com': silent,
  'https://harbour.example': silent,
  'https://autoconfig.harbour.example': silent,
  'http://autoconfig.harbour.example': silent,
};
const offline = { causes: ['offline'], actor: 'wait' } as const;
const every = { 'harbour.example': { a }, '*.harbour.example': { a } };

export const dnsFaults: readonly Fault[] = [
  dns('no-such-domain', 'nobody has the domain (NXDOMAIN)', { zone: {}, causes: ['domain-unknown'], actor: 'you' }),
  dns('slip-of-the-finger', 'the domain is a slip of the finger', {
    zone: {},
    address: 'pat@gmial.com',
    causes: ['domain-unknown'],
    actor: 'you',
  }),
  dns('label-too-long', 'a domain that cannot be asked for', {
    zone: {},
    address: `pat@${'ü'.repeat(63)}.example`,
    causes: ['domain-unknown'],
    actor: 'you',
  }),
  dns('null-mx', 'the domain takes no mail (RFC 7505)', {
    zone: { 'harbour.example': { mx: [[0, '']], a } },
    causes: ['no-mail-at-domain'],
    actor: 'you',
  }),
  dns('server-failure', 'SERVFAIL for the domain', {
    zone: faulty('server-failure'),
    tells: 'mx',
    ...chooses('mx: name-service-silent'),
  }),
  dns('refused', 'REFUSED for the domain', {
    zone: faulty('refused'),
    tells: 'mx',
    ...chooses('mx: name-service-silent'),
  }),
  dns('silent', 'no answer about the domain', {
    zone: faulty('silent'),
    tells: 'mx',
    isSilence: true,
    ...chooses('mx: no answer'),
  }),
  dns('silent-and-web', 'neither names nor the web answer', {
    nameServer: answering(() => null),
    sites: webSilent,
    tells: 'mx',
    isSilence: true,
    verdict: 'mx: no answer',
    ...offline,
  }),
  dns('nobody-listens', 'no name service is set up; the web answers', {
    nameServer: nobody,
    tells: 'mx',
    ...chooses('mx: no-resolver'),
  }),
  dns('nobody-listens-offline', 'no name service is set up, and no name leads anywhere', {
    nameServer: nobody,
    zone: { 'live.thunderbird.net': {}, 'login.microsoftonline.com': {} },
    tells: 'mx',
    verdict: 'mx: no-resolver',
    ...offline,
  }),
  dns('knows-nobody-outside', 'a name service that knows its own organisation alone', {
    zone: {},
    nobodyOutside: true,
    tells: 'mx',
    ...chooses('mx: name-service-silent'),
  }),
  dns('garbage', 'answers that are no answers', {
    nameServer: answering((question) => Buffer.concat([question.subarray(0, 2), Buffer.alloc(40, 0xff)])),
    tells: 'mx',
    ...chooses('mx: name-service-silent'),
  }),
  dns('cut', 'answers that end in the middle', {
    nameServer: answering((question) => reply(question, 0, 0).subarray(0, 14)),
    tells: 'mx',
    ...chooses('mx: name-service-silent'),
  }),
  dns('not-implemented', 'NOTIMP for everything', {
    nameServer: answering((question) => reply(question, 0, 4)),
    tells: 'mx',
    ...chooses('mx: name-service-silent'),
  }),
  dns('truncated', 'answers too long for UDP, and nobody listens at TCP', {
    nameServer: answering((question) => reply(question, 0x0200, 0)),
    tells: 'mx',
    ...chooses('mx: no-resolver'),
  }),
  dns('wrong-number', 'answers to questions nobody asked', {
    nameServer: answering((question) => {
      const bytes = reply(question, 0, 3);
      bytes.writeUInt16BE(bytes.readUInt16BE(0) ^ 1, 0);
      return bytes;
    }),
    tells: 'mx',
    isSilence: true,
    ...chooses('mx: no answer'),
  }),
  dns('lost-datagram', 'the first of each question is lost', {
    nameServer: answering((question, times) => (times === 1 ? null : reply(question, 0, 3))),
    zone: { 'live.thunderbird.net': {}, 'login.microsoftonline.com': {} },
    tells: 'mx',
    ...chooses('mx: name-service-silent'),
  }),
  dns('alias-in-circles', 'an alias that leads to itself', {
    nameServer: answering(aliasOfItself),
    tells: 'mx',
    ...chooses('mx: nothing'),
  }),
  dns('mx-alias', 'the mail’s name is an alias to nowhere', {
    zone: { 'harbour.example': { cname: 'nowhere.example' } },
    tells: 'mx',
    ...chooses('mx: nothing'),
  }),
  dns('mx-is-an-address', 'a mail exchanger that is an address', {
    zone: { 'harbour.example': { a, mx: [[10, '127.0.0.1']] } },
    tells: 'mx',
    ...chooses('mx: nothing'),
  }),
  dns('srv-not-offered', 'SRV to “.”: not offered', { zone: srv(0, ''), tells: 'srv', ...chooses('srv: nothing') }),
  dns('srv-to-this-computer', 'SRV to this computer itself', {
    zone: srv(993, 'localhost'),
    tells: 'srv',
    ...chooses('srv: nothing'),
  }),
  dns('srv-port-zero', 'SRV to port 0', {
    zone: srv(0, 'imap.harbour.example'),
    tells: 'srv',
    ...chooses('srv: nothing'),
  }),
  dns('srv-stranger', 'SRV to somebody else’s host: found, and to be confirmed', {
    zone: srv(993, 'imap.evil.example'),
    tells: 'srv',
    verdict: 'srv: found; found by srv, to be confirmed',
  }),
  dns('every-name', 'a name service that has a web page for every name', {
    zone: every,
    sites: { 'https://autoconfig.harbour.example': '<!doctype html><title>Buy this domain</title>' },
    tells: 'autoconfig',
    ...chooses('autoconfig: any-name-answers'),
  }),
  dns('every-service', 'a name service that has every service', {
    zone: { 'harbour.example': { a }, '*._tcp.harbour.example': { srv: [[0, 0, 993, 'mail.harbour.example']] } },
    sites: { 'https://harbour.example': status(404) },
    tells: 'srv',
    ...chooses('srv: any-name-answers'),
  }),
];
