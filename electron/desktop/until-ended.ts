// Waits for the end of a command that runs on: by a key, by the session, by whoever supervises it. Knows nothing of what runs.
import { app } from 'electron';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Resolves once; what was begun can be ended in order after it. */
export function untilEnded(): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      for (const signal of signals) process.off(signal, end);
      resolve();
    };
    for (const signal of signals) process.on(signal, end);
    // Where Electron hears the signal first, it wants to quit.
    app.on('before-quit', (event) => {
      event.preventDefault();
      end();
    });
  });
}
