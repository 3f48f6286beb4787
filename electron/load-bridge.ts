// Joins the bridge with the keys, the roads, the key store and the words, when one is first needed; it runs in a thread of its own. Holds no
// thinking about accounts.
import { join } from 'node:path';
import type { BridgeThreadData } from './bridge-thread.ts';
import { startAppThread } from './desktop/app-thread.ts';
import { keyStoreCipher } from './desktop/key-store-cipher.ts';
import { onTheBridge, startMainWords } from './desktop/main-words.ts';
import { systemClock } from './desktop/system-clock.ts';
import { MailStop } from './mail-check/mail-failure.ts';
import { directWay } from './mail-check/mail-way.ts';
import type { PracticeRoads } from './practice/mail-doors.ts';
import type { Bridge, BridgeHearer } from './setup/bridge-world.ts';
import type { Renewing } from './setup/outside-world.ts';
import type { ProxySignIn } from './setup/proxy-sign-in.ts';

export interface LoadBridgeParts {
  readonly renewing: Renewing;
  /** Through which mail servers are reached; null: straight. */
  readonly proxy: BridgeThreadData['proxy'];
  readonly proxySignIn: Pick<ProxySignIn, 'loginFor'>;
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
  const { renewing, practiceRoads, proxySignIn, ca, language, folder, failed } = parts;
  const [{ makeThreadBridge }, { fillSentences }, { makeSealedText }] = await Promise.all([
    import('./bridge/thread-host.ts'),
    import('./bridge/english-words.ts'),
    import('./token-vault/sealed-text.ts'),
  ]);
  const practiceWay = directWay(practiceRoads);
  return makeThreadBridge({
    clock: systemClock,
    start: () => startAppThread('bridge-thread', { proxy: parts.proxy } satisfies BridgeThreadData),
    fresh: renewing.fresh,
    place(account, service) {
      const server = account.provider.servers[service];
      if (!server) throw new Error('A door is open for a service that the account does not have');
      if (!practiceRoads?.owns(server)) return { server, ca: ca(), isPractice: false };
      return { server: practiceRoads.handOut(service, server), ca: ca(), isPractice: true };
    },
    practiceFind: (server) => practiceWay.find(server).catch(carried),
    practiceConnect: ({ addresses, server }) =>
      practiceWay.connect(addresses, server, AbortSignal.timeout(60_000)).then((socket) => {
        socket.destroy();
        return true as const;
      }, carried),
    async proxyLogin({ asked, refused }) {
      const login = await proxySignIn.loginFor(asked, refused, new AbortController());
      return login?.((name, password) => ({ name, password })) ?? null;
    },
    sentences: async () => {
      const words = await startMainWords(language(), onTheBridge);
      return fillSentences((key, values) => words.find('bridge-wire', key, values));
    },
    language,
    sealed: makeSealedText({ cipher: keyStoreCipher, path: join(folder, 'bridge', 'certificate.sealed') }),
    hearer,
    failed,
  });
}

function carried(error: unknown): { readonly failure: unknown } {
  if (error instanceof MailStop) return { failure: error.failure };
  throw error;
}
