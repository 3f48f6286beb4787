// A network for one journey: its name service, its web, and the switches that lead Postkey there. Trusted by way of a preset of an
// organisation that the journey's addresses do not belong to.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JourneyParts } from './journey.ts';
import { type NameServer, openNameServer, type Zone } from './name-server.ts';
import type { PostkeyWish } from './postkey-app.ts';
import { openWebHouse, type Sites, type WebHouse } from './web-house.ts';

export interface TestNetwork {
  readonly names: NameServer;
  readonly web: WebHouse;
  /** What Postkey must be started with. */
  readonly wish: Pick<PostkeyWish, 'network' | 'args'>;
  stop(): Promise<void>;
}

const presetOfOthers = {
  postkeyPreset: 1,
  organisation: 'Lighthouse Board',
  domains: ['lighthouse.example'],
  signIn: { kind: 'microsoft', clientId: '3f1c2b0a-9d8e-4f7a-8b6c-5d4e3f2a1b0c', tenant: 'lighthouse.example' },
};

/** A name service that knew nobody outside would not be believed about anybody. */
const outside: Zone = { 'login.microsoftonline.com': { a: ['127.0.0.1'] } };

/** `folder` is the journey's own. */
export async function openTestNetwork(
  { authority, folder }: Pick<JourneyParts, 'authority' | 'folder'>,
  zone: Zone,
  sites: Sites,
): Promise<TestNetwork> {
  const [names, web] = await Promise.all([openNameServer({ ...outside, ...zone }), openWebHouse(authority, sites)]);
  const preset = join(folder, 'lighthouse.preset.json');
  writeFileSync(preset, JSON.stringify({ ...presetOfOthers, caFile: authority.file }));
  return {
    names,
    web,
    wish: { network: { nameServer: names.address, switch: web.switch }, args: ['--preset', preset] },
    async stop() {
      await Promise.all([names.stop(), web.stop()]);
    },
  };
}
