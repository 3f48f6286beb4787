// A look at the way from this computer to the provider's pages and servers: through which proxy, and who signs the certificates. For people
// whose company reads along, and for whoever helps them. Logs in nowhere. Knows no network.
import { type Answer, accepted } from '../../shared/ipc-contract.ts';
import { type MailProvider, type MailServer, type Service, services } from '../../shared/mail-provider.ts';
import type { NetworkView, WayFound } from '../../shared/network-state.ts';
import { problemOf } from '../../shared/problem.ts';
import type { Attempt, Clock } from './outside-world.ts';

export type Looked = Pick<WayFound, 'signer' | 'problem' | 'proxy'>;

/** A sign-in page over HTTPS, as every request to a provider goes. */
export type PageLook = (host: string, ca: readonly string[], attempt: Attempt) => Promise<Looked>;

export type ServerLook = (
  asked: { readonly service: Service; readonly server: MailServer; readonly ca: readonly string[] },
  attempt: Attempt,
) => Promise<Looked>;

export interface NetworkLookParts {
  readonly page: PageLook;
  readonly server: ServerLook;
  /** Of mail, where one is laid down, `proxy.example:1080`. */
  readonly mailProxy: string | null;
  readonly ca: () => readonly string[];
  /** Whose pages and servers; practice's are on this computer. */
  readonly providers: () => readonly MailProvider[];
  readonly clock: Clock;
  readonly changed: () => void;
  readonly logUnexpected: (error: unknown) => string;
}

export interface NetworkLook {
  view(): NetworkView;
  look(): Answer;
  stop(): void;
}

const deadlineMs = 20_000;
/** Enough for every account of a person; a look is no scan. */
const mostPlaces = 12;

type Place = Pick<WayFound, 'what' | 'host' | 'port'> & { look(attempt: Attempt): Promise<Looked> };

export function makeNetworkLook(parts: NetworkLookParts): NetworkLook {
  const { clock, changed, logUnexpected } = parts;
  let view: NetworkView = { looking: false, found: [] };
  let underWay: AbortController | null = null;

  const show = (next: NetworkView): void => {
    view = next;
    changed();
  };

  async function lookAt(place: Place, attempt: Attempt): Promise<WayFound> {
    const { what, host, port } = place;
    const looked = await within(attempt, place.look(attempt)).catch((error: unknown): Looked => {
      if (attempt.signal.aborted) return { problem: problemOf('took-too-long') };
      return { problem: { ...problemOf('unexpected'), logReference: logUnexpected(error) } };
    });
    return { what, host, port, ...looked };
  }

  async function lookAtAll(places: readonly Place[], controller: AbortController): Promise<void> {
    const cancel = clock.after(deadlineMs, () => controller.abort());
    const found = await Promise.all(places.map((place) => lookAt(place, controller)));
    cancel();
    if (underWay !== controller) return;
    underWay = null;
    show({ looking: false, lookedAt: clock.now(), found });
  }

  return {
    view: () => view,
    look: () => {
      if (underWay) return accepted;
      const controller = new AbortController();
      underWay = controller;
      show({ ...view, looking: true });
      lookAtAll(placesOf(parts), controller).catch(logUnexpected);
      return accepted;
    },
    stop: () => {
      underWay?.abort();
      underWay = null;
    },
  };
}

/** A proxy's script that nobody answers for can keep Chromium waiting, whatever it was told. */
function within<T>({ signal }: Attempt, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = (): void => reject(new Error('Ended by its signal'));
    signal.addEventListener('abort', stop, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}

function placesOf({ page, server, mailProxy, ca, providers }: NetworkLookParts): readonly Place[] {
  const trusted = ca();
  const byPlace = new Map<string, Place>();
  const add = (place: Place): void => {
    byPlace.set(`${place.host}:${place.port}`, place);
  };
  for (const provider of providers()) {
    const { signInHost } = provider;
    if (signInHost !== '' && provider.signIn !== 'password') {
      add({ what: 'sign-in', host: signInHost, port: 443, look: (attempt) => page(signInHost, trusted, attempt) });
    }
    for (const service of services) {
      const at = provider.servers[service];
      if (!at) continue;
      const look = async (attempt: Attempt): Promise<Looked> => ({
        ...(await server({ service, server: at, ca: trusted }, attempt)),
        ...(mailProxy === null ? {} : { proxy: mailProxy }),
      });
      add({ what: service, host: at.host, port: at.port, look });
    }
  }
  return [...byPlace.values()].slice(0, mostPlaces);
}
