// Configuration profiles for Apple's Mail: keys of com.apple.mail.managed, com.apple.ews.account and com.apple.eas.account in Apple's schemas
// (github.com/apple/device-management), in the property list's own form (PropertyList-1.0.dtd). Without any password: Mail asks for it.
import { createHash } from 'node:crypto';
import { XMLBuilder } from 'fast-xml-parser';
import type { OpenDoor } from '../door.ts';
import type { Subject } from '../subject.ts';

type Value = string | number | boolean | readonly Dict[];
interface Dict {
  readonly [key: string]: Value;
}

/** A node as the builder wants it where the order counts. */
type Node = Readonly<Record<string, unknown>>;

const text = (name: string, value: string): Node => ({ [name]: [{ '#text': value }] });

function valueNode(value: Value): Node {
  if (typeof value === 'string') return text('string', value);
  if (typeof value === 'number') return text('integer', String(value));
  if (typeof value === 'boolean') return { [String(value)]: [] };
  return { array: value.map(dictNode) };
}

function dictNode(dict: Dict): Node {
  return { dict: Object.entries(dict).flatMap(([key, value]) => [text('key', key), valueNode(value)]) };
}

const builder = new XMLBuilder({ preserveOrder: true, format: true, suppressEmptyNode: true, ignoreAttributes: false });
const docType =
  '<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">';

function propertyList(dict: Dict): string {
  const body: string = builder.build([{ plist: [dictNode(dict)], ':@': { '@_version': '1.0' } }]);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${docType}\n${body.trim()}\n`;
}

/** The same for the same account each time, so that a newer profile takes the older one's place (RFC 9562, version 8). */
function stableUuid(...about: readonly string[]): string {
  const hex = createHash('sha256').update(about.join('\n')).digest('hex');
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 3) | 8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ]
    .join('-')
    .toUpperCase();
}

function profile({ address }: Subject, type: string, keys: Dict): string {
  const [whole, part] = [stableUuid(address, 'profile'), stableUuid(address, type)];
  const display = `Postkey: ${address}`;
  return propertyList({
    PayloadContent: [
      {
        ...keys,
        PayloadType: type,
        PayloadVersion: 1,
        PayloadIdentifier: `app.postkey.${whole}.${part}`,
        PayloadUUID: part,
        PayloadDisplayName: display,
      },
    ],
    PayloadType: 'Configuration',
    PayloadVersion: 1,
    PayloadIdentifier: `app.postkey.${whole}`,
    PayloadUUID: whole,
    PayloadDisplayName: display,
  });
}

/** By IMAP or POP and SMTP, with a password: these profiles know no OAuth there. */
export function mailProfile(subject: Subject, incoming: OpenDoor, outgoing: OpenDoor): string {
  return profile(subject, 'com.apple.mail.managed', {
    EmailAccountDescription: subject.address,
    EmailAddress: subject.address,
    EmailAccountType: incoming.service === 'pop' ? 'EmailTypePOP' : 'EmailTypeIMAP',
    IncomingMailServerAuthentication: 'EmailAuthPassword',
    IncomingMailServerHostName: incoming.host,
    IncomingMailServerPortNumber: incoming.port,
    IncomingMailServerUseSSL: incoming.security !== 'plain',
    IncomingMailServerUsername: incoming.userName,
    OutgoingMailServerAuthentication: 'EmailAuthPassword',
    OutgoingMailServerHostName: outgoing.host,
    OutgoingMailServerPortNumber: outgoing.port,
    OutgoingMailServerUseSSL: outgoing.security !== 'plain',
    OutgoingMailServerUsername: outgoing.userName,
    OutgoingPasswordSameAsIncomingPassword: true,
  });
}

/** Microsoft's mail by Exchange, with Apple's own sign-in: on a Mac by EWS, on iPhone and iPad by ActiveSync. */
export function exchangeProfile(subject: Subject, on: 'mac' | 'ios'): string {
  const { address } = subject;
  const keys = { EmailAddress: address, UserName: address, OAuth: true };
  return on === 'mac'
    ? profile(subject, 'com.apple.ews.account', keys)
    : profile(subject, 'com.apple.eas.account', { ...keys, Host: 'outlook.office365.com', SSL: true });
}
