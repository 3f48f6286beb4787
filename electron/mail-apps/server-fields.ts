// The fields that ask for a server, in the order in which a program asks. Labels and lists are each program's own:
// `thunderbird.fields.host`, `thunderbird.security.tls`. Pure.
import type { HandOverField, HandOverScreen } from '../../shared/hand-over.ts';
import type { MailProgram } from '../../shared/mail-program.ts';
import type { Door } from './door.ts';
import { passwordField, pick, portField, say, type } from './phrases.ts';

export type ServerField = 'protocol' | 'host' | 'port' | 'security' | 'authentication' | 'userName' | 'password';

export function serverFields(
  program: MailProgram,
  door: Door,
  asked: readonly ServerField[],
): readonly HandOverField[] {
  const label = (field: ServerField): string => `${program}.fields.${field}`;
  const makers: Readonly<Record<ServerField, () => HandOverField | readonly HandOverField[]>> = {
    protocol: () => pick(label('protocol'), `${program}.protocol.${door.service}`),
    host: () => type(label('host'), door.host),
    port: () => portField(label('port'), door),
    security: () => pick(label('security'), `${program}.security.${door.security}`),
    authentication: () =>
      pick(label('authentication'), `${program}.authentication.${door.secret === null ? 'token' : 'password'}`),
    userName: () => type(label('userName'), door.userName),
    password: () => passwordField(label('password'), door),
  };
  return asked.flatMap((field) => makers[field]());
}

/** A screen for each server, `outlook.screens.incoming` and `.outgoing`, with its lead. */
export function serverScreens(
  program: MailProgram,
  doors: readonly Door[],
  asked: { readonly incoming: readonly ServerField[]; readonly outgoing: readonly ServerField[] },
): readonly HandOverScreen[] {
  return doors.map((door) => {
    const side = door.service === 'smtp' ? 'outgoing' : 'incoming';
    return {
      title: say(`${program}.screens.${side}`),
      lead: say(`${program}.leads.${side}`),
      fields: serverFields(program, door, asked[side]),
    };
  });
}
