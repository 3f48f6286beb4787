// Joins the bridge with the keys, the roads, the key store and the words, when one is first needed. Holds no thinking about accounts.
import { join } from 'node:path';
import { keyStoreCipher } from './desktop/key-store-cipher.ts';
import { onTheBridge, startMainWords } from './desktop/main-words.ts';
import { systemClock } from './desktop/system-clock.ts';
import type { MailWay } from './mail-check/mail-way.ts';
import type { PracticeRoads } from './practice/mail-doors.ts';
import type { Bridge, BridgeHearer } from './setup/bridge-world.ts';
import type { Renewing } from './setup/outside-world.ts';

export interface LoadBridgeParts {
  readonly renewing: Renewing;
  /** How mail servers are reached. */
  readonly way: MailWay;
  /** Absent without a window: practice's servers run beside one only. */
  readonly practiceRoads?: PracticeRoads;
  /** Extra certificate authorities, PEM. */
  readonly ca: () => readonly string[];
  /** BCP 47. */
  readonly language: () => string;
  /** Of the settings. */
  readonly folder: string;
  readonly failed: (error: unknown) => void;
}

export async function loadBridge(parts: LoadBridgeParts, hearer: BridgeHearer): Promise<Bridge> {
  const { renewing, way, practiceRoads, ca, language, folder, failed } = parts;
  const [{ makeBridge }, { makeRoads }, { makeSealedText }, first] = await Promise.all([
    import('./bridge/make-bridge.ts'),
    import('./mail-check/open-road.ts'),
    import('./token-vault/sealed-text.ts'),
    startMainWords(language(), onTheBridge),
  ]);
  const roads = makeRoads({ way });
  const inPractice = practiceRoads && makeRoads(practiceRoads);
  return makeBridge({
    clock: systemClock,
    fresh: renewing.fresh,
    openRoad: async (account, service, attempt) => {
      const server = account.provider.servers[service];
      if (!server) throw new Error('A door is open for a service that the account does not have');
      const place = { service, server, ca: ca() };
      return practiceRoads?.owns(server) && inPractice
        ? inPractice.open({ ...place, server: practiceRoads.handOut(service, server) }, attempt)
        : roads.open(place, attempt);
    },
    words: (key, values) => {
      // For the next sentence; this one is said in the language of before.
      if (first.language() !== language()) first.change(language()).catch(failed);
      return first.find('bridge-wire', key, values);
    },
    hearer,
    sealed: makeSealedText({ cipher: keyStoreCipher, path: join(folder, 'bridge', 'certificate.sealed') }),
    failed,
  });
}
