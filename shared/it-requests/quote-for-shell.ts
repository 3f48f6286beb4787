// Puts values into commands so that nothing in them can become a command. Pure. Values come from what people type and servers say.
import type { Shell } from './it-request-schema.ts';

/** PowerShell takes typographic quotation marks for plain ones; doubled, each stands for itself (about_Quoting_Rules). */
function powershell(value: string): string {
  return `'${value.replace(/['\u2018-\u201b]/gu, '$&$&')}'`;
}

/** POSIX: inside single quotes nothing has a meaning but the quote. */
function posix(value: string): string {
  return `'${value.replaceAll("'", "'\\''")}'`;
}

const hostile = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** One line, without what only steers a terminal or the direction of writing. */
export function plainValue(value: string): string {
  return value.replace(hostile, '').trim().slice(0, 320);
}

/** Quoted as one word. What could be read as an option is not put in: null. */
export function quoteForShell(shell: Shell, value: string): string | null {
  const plain = plainValue(value);
  if (plain === '' || plain.startsWith('-')) return null;
  // GAM runs in PowerShell, cmd and sh alike: only what no shell reads goes in.
  if (shell === 'gam') return /^[\w.+-]+@[\w.-]+$/u.test(plain) ? plain : null;
  return shell === 'shell' ? posix(plain) : powershell(plain);
}
