// Turns the file system's errors into the vault's problem. Anything that is not a system error is a bug and is thrown on.
import type { Problem } from '../../shared/problem.ts';
import { problemOf } from '../../shared/problem.ts';

/** `ENOSPC`, `EROFS`, `EACCES` and their like; null for what is no system error. */
export function errnoOf(error: unknown): string | null {
  if (!(error instanceof Error && 'syscall' in error && 'code' in error)) return null;
  return typeof error.code === 'string' && /^E[A-Z0-9]{2,20}$/u.test(error.code) ? error.code : null;
}

/** The facts name the errno and nothing else: no path, no content. */
export function diskProblem(error: unknown): Problem {
  const errno = errnoOf(error);
  if (errno === null) throw error;
  return problemOf('not-saved', { errno });
}
