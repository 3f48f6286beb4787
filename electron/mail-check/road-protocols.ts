// How each protocol greets and logs in on a road. Must not connect; what comes after the login is not read.
import type { Service } from '../../shared/mail-provider.ts';
import type { MailLogin } from '../setup/outside-world.ts';
import { readGreeting, restOfReply } from './greeting.ts';
import { askImapCapabilities, imapCapabilities, logInToImap } from './imap-login.ts';
import type { LineWire } from './line-wire.ts';
import { askPopCapabilities, logInToPop } from './pop-login.ts';
import {
  type SendSmtp,
  sendSmtpBearer,
  sendSmtpPassword,
  smtpMechanism,
  smtpMechanisms,
  smtpRefusal,
} from './smtp-login.ts';
import { ehloName } from './start-tls.ts';

export interface RoadProtocol {
  /**
   * Reads the greeting unless the server has greeted before the encryption began. Answers what the server can do before a login: IMAP's
   * words, POP's lines, SMTP's lines without their numbers. `known`: what it said another time, to save the question.
   */
  greet(wire: LineWire, greeted: boolean, known: readonly string[] | undefined): Promise<readonly string[]>;
  /** Answers what it can do from then on, in the same form. Throws `MailStop`. */
  logIn(wire: LineWire, login: MailLogin, offers: readonly string[]): Promise<readonly string[]>;
}

const imap: RoadProtocol = {
  async greet(wire, greeted, known) {
    const lines = greeted ? [] : await readGreeting(wire, 'imap');
    return imapCapabilities(lines[0] ?? '') ?? known ?? askImapCapabilities(wire);
  },
  logIn: logInToImap,
};

const pop: RoadProtocol = {
  async greet(wire, greeted, known) {
    if (!greeted) await readGreeting(wire, 'pop');
    return known ?? askPopCapabilities(wire);
  },
  async logIn(wire, login, offers) {
    await logInToPop(wire, login, offers);
    return offers;
  },
};

const smtp: RoadProtocol = {
  async greet(wire, greeted) {
    if (!greeted) await readGreeting(wire, 'smtp');
    const answer = await senderOn(wire)(`EHLO ${ehloName}`);
    // A server that is busy says so here, too; without its list it would look like one that takes no token.
    if (answer.status !== 250) throw smtpRefusal(answer, { greeting: true });
    return answer.response
      .split('\n')
      .slice(1)
      .map((line) => line.slice(4).trim());
  },
  async logIn(wire, login, offers) {
    const mechanism = smtpMechanism(login, smtpMechanisms(offers.map((line) => `250-${line}`).join('\n')));
    const send = senderOn(wire);
    if (mechanism === 'PLAIN' || mechanism === 'LOGIN') await sendSmtpPassword(send, mechanism, login);
    else await sendSmtpBearer(send, mechanism, login);
    return offers;
  },
};

function senderOn(wire: LineWire): SendSmtp {
  return async (line) => {
    wire.write(line);
    const first = await wire.readLine();
    const lines = [first, ...(await restOfReply(wire, first))];
    const text = lines.map((each) => each.slice(4)).join('\n');
    return { status: Number(/^\d{3}/u.exec(first)?.[0] ?? 0), text, response: lines.join('\n') };
  };
}

export const roadProtocols: Readonly<Record<Service, RoadProtocol>> = { imap, pop, smtp };
