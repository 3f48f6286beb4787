// The world of a Postkey with a window: the adapters, joined, with practice between them and the set-up. Holds no thinking about accounts,
// steps or providers; knows no window.
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { renderSVG } from 'uqr';
import { watchPaceMs } from '../shared/policy.ts';
import type { Started } from './desktop/command-line.ts';
import { keyStoreCipher } from './desktop/key-store-cipher.ts';
import type { Log } from './desktop/log.ts';
import type { MainWords } from './desktop/main-words.ts';
import { makeNetwork, type Network } from './desktop/network.ts';
import { systemClock } from './desktop/system-clock.ts';
import { makeDiscovery } from './discovery/make-discovery.ts';
import { loadBridge } from './load-bridge.ts';
import { makeMailCheck } from './mail-check/make-mail-check.ts';
import { mailProxyOf, mailWayOf, openNetworkLook } from './network-room.ts';
import type { PolicyHere } from './policy/read-policy-here.ts';
import { playWorld } from './practice/play-world.ts';
import { makePracticeRoom } from './practice/practice-room.ts';
import { presetRule } from './preset-rule.ts';
import type { World } from './setup/bench.ts';
import type { Memory } from './setup/memory.ts';
import type { NetworkLook } from './setup/network-look.ts';
import type { Desktop } from './setup/outside-world.ts';
import { ownOfPractice } from './setup/own-of-practice.ts';
import type { Postkey } from './setup/postkey.ts';
import type { PostkeyParts } from './setup/postkey-parts.ts';
import { providersInUse } from './setup/providers-in-use.ts';
import { makeProxySignIn, type ProxySignIn } from './setup/proxy-sign-in.ts';
import { planOfAccount } from './setup/sign-in-plan.ts';
import { makePresetShelf, type PresetShelf } from './setup/take-preset.ts';
import { makeLoopback } from './sign-in/loopback/make-loopback.ts';
import { makeSignInWays } from './sign-in/sign-in-ways.ts';
import { makeTokenVault } from './token-vault/make-token-vault.ts';
import { makeWatchRoom, type WatchRoom } from './watch/make-watch-room.ts';

export interface WindowWorldParts {
  /** Of the settings. */
  readonly folder: string;
  readonly memory: Memory;
  readonly words: MainWords;
  readonly log: Pick<Log, 'from'>;
  readonly logUnexpected: Log['unexpected'];
  readonly nameServer: Started['nameServer'];
  readonly desktop: Desktop;
  readonly policy: PolicyHere;
  /** Asked for later: the world is made before it. */
  readonly postkey: () => Postkey;
}

export interface WindowWorld {
  readonly world: World;
  readonly shelf: PresetShelf;
  readonly network: Network;
  readonly networkLook: NetworkLook;
  readonly proxySignIn: ProxySignIn;
  readonly startWatch: WatchRoom['start'];
  readonly loadBridge: PostkeyParts['loadBridge'];
  /** What can be looked up before anybody has typed an address. */
  prepare(): Promise<void>;
  stop(): Promise<void>;
}

export function makeWindowWorld(parts: WindowWorldParts): WindowWorld {
  const { folder, memory, words, log, logUnexpected, nameServer, policy } = parts;
  const { now } = systemClock;
  const { language, direction } = words;
  const proxySignIn = makeProxySignIn({ clock: systemClock, changed: () => parts.postkey().changed() });
  const network = makeNetwork(now, proxySignIn.loginFor);
  const way = mailWayOf(parts.policy.inForce, proxySignIn);
  const keptVault = makeTokenVault({ cipher: keyStoreCipher, folder: join(folder, 'vault'), now });
  const practice = makePracticeRoom({
    words: (key, values) => words.find('practice', key, values),
    language,
    direction,
    vault: keptVault,
    logUnexpected,
  });
  const shelf = makePresetShelf(memory, keptVault, presetRule(policy), () => {
    network.setExtraCa(organisationsCa());
    parts.postkey().changed();
  });
  const organisationsCa = (): readonly string[] => [...policy.ca, ...shelf.ca()];
  network.setExtraCa(organisationsCa());
  const ca = (): readonly string[] => [...organisationsCa(), ...practice.ca()];

  const discovery = makeDiscovery({ getOnce: network.getOnce, clock: systemClock, nameServer });
  const ways = makeSignInWays({ fetch: network.fetch, getOnce: network.getOnce, now });
  const loopbackParts: Parameters<typeof makeLoopback>[0] = {
    words: (key, values) => words.find('browser-page', key, values),
    language,
    direction,
    clock: systemClock,
    logUnexpected,
  };
  const { vault, mailCheck, loopback, desktop } = playWorld({
    room: practice,
    ...ownOfPractice(parts.postkey),
    vault: keptVault,
    makeVault: (cipher, place) => makeTokenVault({ cipher, folder: place, now }),
    mailCheck: makeMailCheck({ now, way }),
    practiceMailCheck: makeMailCheck({ now, ...practice.roads }),
    loopback: makeLoopback(loopbackParts),
    cutLoopback: makeLoopback({ ...loopbackParts, limits: { connectionMs: 1, connections: 0 } }),
    desktop: parts.desktop,
  });
  const { start: startWatch, ...watchRoom } = makeWatchRoom({
    ways,
    vault,
    mailCheck,
    clock: systemClock,
    planOf: planOfAccount,
    ca,
    paceMs: watchPaceMs(policy.inForce),
    folder: join(folder, 'history'),
    failed: (error) => log.from('history').warn('not written', error),
  });
  const world: World = {
    discovery,
    ways,
    loopback,
    vault,
    mailCheck,
    ...watchRoom,
    desktop,
    clock: systemClock,
    practice,
    preset: shelf.current,
    presetSecret: shelf.clientSecret,
    policy: () => policy.inForce,
    ca,
    organisationsCa,
    qrSvg: (text) => renderSVG(text, { border: 2 }),
    newId: randomUUID,
    logUnexpected,
  };
  const bridgeParts = {
    renewing: watchRoom.renewing,
    proxy: mailProxyOf(policy.inForce),
    proxySignIn,
    practiceRoads: practice.roads,
    ca,
    language,
    folder,
    failed: logUnexpected,
  };
  const networkLook = openNetworkLook({
    network,
    policy: parts.policy.inForce,
    way,
    ca,
    providers: () => providersInUse(parts.postkey()),
    clock: systemClock,
    changed: () => parts.postkey().changed(),
    logUnexpected,
  });
  return {
    world,
    shelf,
    network,
    networkLook,
    proxySignIn,
    startWatch,
    loadBridge: (hearer) => loadBridge(bridgeParts, hearer),
    prepare: () => discovery.prepare(),
    stop: () => practice.stop(),
  };
}
