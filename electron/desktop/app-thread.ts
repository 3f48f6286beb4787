// A thread of Postkey's own, from a bundle beside main's. Knows nothing of what runs in it.
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { app } from 'electron';

export interface AppThread {
  readonly port: Worker;
  /** It has ended by itself; with what it broke on, if anything. */
  readonly broke: Promise<unknown>;
  stop(): Promise<unknown>;
}

/** `name`: of the entry in vite.main.config.ts. `data`: plain, no secret. */
export function startAppThread(name: string, data: unknown): AppThread {
  const worker = new Worker(join(app.getAppPath(), 'out', 'main', `${name}.cjs`), { workerData: data });
  const broke = new Promise<unknown>((resolve) => {
    worker.once('error', resolve);
    worker.once('exit', (code) => resolve(new Error(`The thread ${name} ended with ${code}`)));
  });
  return { port: worker, broke, stop: () => worker.terminate() };
}
