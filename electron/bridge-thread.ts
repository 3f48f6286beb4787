// The packing list of the bridge's own thread: a bundle of its own, started by load-bridge.ts. Knows no Electron and no window.
import { parentPort, workerData } from 'node:worker_threads';
import type { CarriedFailure, MainCalls } from './bridge/thread-calls.ts';
import { serveThread } from './bridge/thread-guest.ts';
import type { Line } from './bridge/thread-line.ts';
import { type MailFailure, MailStop } from './mail-check/mail-failure.ts';
import { directWay, type MailWay } from './mail-check/mail-way.ts';
import { makeRoads, type Roads } from './mail-check/open-road.ts';
import { proxyWay } from './mail-check/proxy-way.ts';
import type { ProxyPlace } from './mail-check/tunnel.ts';

export interface BridgeThreadData {
  /** Null: mail servers are reached straight. */
  readonly proxy: ProxyPlace | null;
}

type Ask = Line<MainCalls>['ask'];

const { proxy } = workerData as BridgeThreadData;
let usual: Roads | null = null;
let inPractice: Roads | null = null;

if (!parentPort) throw new Error('This is a thread of Postkey, and no program');
serveThread({
  port: parentPort,
  openRoad(ask, { server, ca, isPractice }, _, service, attempt) {
    usual ??= makeRoads({ way: usualWay(ask) });
    inPractice ??= makeRoads({ way: practiceWay(ask) });
    return (isPractice ? inPractice : usual).open({ service, server, ca }, attempt);
  },
});

function usualWay(ask: Ask): MailWay {
  if (proxy === null) return directWay();
  return proxyWay({
    proxy,
    login: async (asked, refused) => {
      const said = await ask('proxyLogin', { asked, refused });
      return said && ((use) => use(said.name, said.password));
    },
  });
}

/** What is played on the way is main's to say; a connection that it lets through is made here. */
function practiceWay(ask: Ask): MailWay {
  const direct = directWay();
  return {
    find: async (server) => through(await ask('practiceFind', server)),
    async connect(addresses, server, signal) {
      through(await ask('practiceConnect', { addresses, server }));
      return direct.connect(addresses, server, signal);
    },
  };
}

function through<T>(answer: T | CarriedFailure): T {
  if (typeof answer === 'object' && answer !== null && 'failure' in answer) {
    throw new MailStop(answer.failure as MailFailure);
  }
  return answer as T;
}
