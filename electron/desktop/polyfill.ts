// Globals that current libraries expect and the oldest supported Electron (Node 18.15) lacks. Must be main's first import;
// must not hold anything else.

import { File } from 'node:buffer';
import { webcrypto } from 'node:crypto';
import diagnosticsChannel from 'node:diagnostics_channel';

const place = (name: string, value: unknown): void => {
  if (!(name in globalThis)) Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
};

place('crypto', webcrypto);
place('File', File);

// pino, inside ImapFlow, asks for a tracing channel when it loads.
const channel = diagnosticsChannel as unknown as Record<string, unknown>;
channel['tracingChannel'] ??= () => ({
  hasSubscribers: false,
  traceSync: (call: (...values: unknown[]) => unknown, _context: unknown, self: unknown, ...values: unknown[]) =>
    call.apply(self, values),
});
