// What a process that does not end is waiting for, thread by thread: a hang that comes once in a thousand runs must be told when it comes.
import { readdirSync, readFileSync } from 'node:fs';

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    // Gone in the meantime, or not for this user's eyes.
    return '';
  }
}

/** One line for each thread: its name, what it waits in, and the system call it is in. Empty where the system has no /proc (proc(5)). */
export function whereItWaits(pid: number | undefined): string {
  const threads = `/proc/${pid}/task`;
  try {
    return readdirSync(threads)
      .map((id) => {
        const part = (name: string) => read(`${threads}/${id}/${name}`);
        return `${id} ${part('comm')}: ${part('wchan')} (${part('syscall')})`;
      })
      .join('\n');
  } catch {
    return '';
  }
}
