// SASL PLAIN (RFC 4616) and LOGIN (draft-murchison-sasl-login), as a mail program sends them. The name in them may be any: which account it
// is, the port has decided.
import { Secret } from '../setup/secret.ts';

export const saslMechanisms = ['PLAIN', 'LOGIN'] as const;

/** LOGIN's two questions, "Username:" and "Password:". */
const loginQuestions = { name: 'VXNlcm5hbWU6', password: 'UGFzc3dvcmQ6' } as const;

/** `unreadable`: no base64, or not the mechanism's form. `unknown`: a mechanism that is not offered. */
export type SaslAnswer = Secret | 'cancelled' | 'unreadable' | 'unknown';

/**
 * `initial`: what came with the command, if anything; `=` stands for an empty one (RFC 4959, RFC 4954, RFC 5034). `ask` sends a question,
 * which is base64 or empty, and reads the answer.
 */
export async function readSasl(
  mechanism: string,
  initial: string | undefined,
  ask: (question: string) => Promise<string>,
): Promise<SaslAnswer> {
  switch (mechanism.toUpperCase()) {
    case 'PLAIN':
      return readPlain(initial ?? (await ask('')));
    case 'LOGIN': {
      const name = initial ?? (await ask(loginQuestions.name));
      if (name === '*') return 'cancelled';
      if (decoded(name) === null) return 'unreadable';
      const password = await ask(loginQuestions.password);
      if (password === '*') return 'cancelled';
      const text = decoded(password);
      return text === null ? 'unreadable' : new Secret(text.toString('utf8'));
    }
    default:
      return 'unknown';
  }
}

function readPlain(response: string): SaslAnswer {
  if (response === '*') return 'cancelled';
  const message = decoded(response);
  if (message === null) return 'unreadable';
  const parts = message.toString('utf8').split('\0');
  const [, , password] = parts;
  return parts.length === 3 && password !== undefined ? new Secret(password) : 'unreadable';
}

/** Null: not base64. Programs have been seen to leave the padding out. */
function decoded(base64: string): Buffer | null {
  if (base64 === '=') return Buffer.alloc(0);
  return /^[A-Za-z0-9+/]*={0,2}$/u.test(base64) ? Buffer.from(base64, 'base64') : null;
}
