// A preset that waits for the person's yes or no: one question at a time, nothing is used and nobody is asked before the answer.
// Presets and links come from anywhere, links from any web page; a second one never takes the place of what is being read.
import type { Answer } from '../../shared/ipc-contract.ts';
import { accepted } from '../../shared/ipc-contract.ts';
import { readPreset } from '../../shared/preset.ts';
import { readPresetLink } from '../../shared/preset-link.ts';
import { type PresetOffer, type PresetOrigin, presetWarnings, type ShownHost } from '../../shared/preset-offer.ts';
import type { RefusalCode } from '../../shared/refusal.ts';
import { comparePresets } from './compare-presets.ts';
import type { PostkeyParts } from './postkey-parts.ts';
import type { PresetText } from './preset-desk.ts';

export interface PresetOffers {
  view(): PresetOffer | null;
  /** Reads a preset and shows it. Refused ones are never shown. */
  offer(file: PresetText, from: PresetOrigin, address?: string | null): Promise<Answer>;
  offerLink(link: string): Promise<Answer>;
  /** Whether one could be shown at all, without showing it. */
  check(file: PresetText): Promise<Answer>;
  /** Whether a link would be looked at now: one that comes too soon must not even bring the window forward. */
  takesLinks(): boolean;
  fetch(id: string): Promise<Answer>;
  /** What the person is looking at, for a yes; null: it is not what is shown now. */
  shown(id: string): (PresetText & { readonly address: string | null }) | null;
  decline(id: string): Answer;
  /** After a yes. */
  close(): void;
}

type Values = Readonly<Record<string, string | number>>;
type Refused = Extract<Answer, { accepted: false }>;

interface Held {
  readonly view: PresetOffer;
  readonly text: PresetText | null;
  readonly url: string | null;
  /** Ends a fetch under way. */
  readonly stop: AbortController;
}

const fetchDeadlineMs = 15_000;
/** After a link was declined, links rest: half a minute, then a minute, two, … */
const restMs = 30_000;
const longestRestMs = 3_600_000;

function refused(refusal: RefusalCode, values: Values = {}): Refused {
  return { accepted: false, refusal, field: 'preset', values };
}

export function makePresetOffers(parts: PostkeyParts, changed: () => void): PresetOffers {
  const { world, shelf, presetDesk: desk, memory } = parts;
  let held: Held | null = null;
  /** Between two questions: what is being read before it can be shown. */
  let isReading = false;
  let declined = 0;
  let restsUntil = 0;

  const hold = (next: Held | null): void => {
    held?.stop.abort();
    held = next;
    changed();
  };
  const isAsking = (): boolean => held !== null || isReading;

  const judge = async (file: PresetText, isLinked: boolean) => {
    const reading = readPreset(file.text);
    if (!reading.ok) return refused(reading.refusal, { place: reading.place, more: reading.more });
    const { preset } = reading;
    const lock = shelf.locks(preset);
    if (lock) return lock;
    const hasSecret = 'clientSecret' in preset.signIn && preset.signIn.clientSecret !== undefined;
    if (isLinked && hasSecret) return refused('link-brings-secret');
    if (isLinked && preset.caFile) return refused('link-brings-ca-file');
    if (file.caFileIsAway) return refused('preset-ca-file-away');
    if (preset.caFile && !file.caPem) return refused('file-unreadable', { place: 'caFile' });
    const authorities = [file.caPem ?? preset.caPem ?? ''].filter((pem) => pem !== '');
    const facts = await desk.facts(preset, authorities, hasSecret);
    const verdict = await desk.judge(preset, facts);
    return verdict.ok ? { facts, warnings: verdict.warnings } : refused(verdict.refusal, verdict.values);
  };

  const read = async (file: PresetText, origin: PresetOrigin, address: string | null): Promise<Held | Refused> => {
    const judged = await judge(file, origin.kind === 'link');
    if ('accepted' in judged) return judged;
    const { facts, warnings } = judged;
    const current = shelf.current();
    const before = current && (await desk.facts(current, shelf.ca(), shelf.clientSecret() !== null));
    const view: PresetOffer = {
      stage: 'preset',
      id: world.newId(),
      origin,
      ...(address === null ? {} : { address }),
      facts,
      ...(before ? { before, changed: comparePresets(before, facts) } : {}),
      warnings: [...warnings].sort((one, other) => weight(one.code) - weight(other.code)),
      accounts: memory.accounts().filter(({ practice }) => !practice).length,
    };
    return { view, text: file, url: null, stop: new AbortController() };
  };

  const readAndHold: typeof read = async (...what) => {
    const answer = await read(...what);
    if ('view' in answer) hold(answer);
    return answer;
  };

  /** One at a time. */
  const alone = async (work: () => Promise<Held | Refused>): Promise<Answer> => {
    if (isAsking()) return refused('preset-one-at-a-time');
    isReading = true;
    try {
      const answer = await work();
      return 'view' in answer ? accepted : answer;
    } finally {
      isReading = false;
    }
  };

  const takesLinks = (): boolean => !isAsking() && world.clock.now() >= restsUntil;

  return {
    view: () => held?.view ?? null,
    takesLinks,
    check: async (file) => {
      const judged = await judge(file, false);
      return 'accepted' in judged ? judged : accepted;
    },
    offer: (file, origin, address = null) => alone(() => readAndHold(file, origin, address)),
    offerLink: async (link) => {
      if (isAsking()) return refused('preset-one-at-a-time');
      if (!takesLinks()) return refused('link-too-soon');
      const asked = readPresetLink(link);
      if (!asked.ok) return refused(asked.refusal, asked.values);
      return alone(async () => {
        const named = await desk.host(asked.url);
        if (!named.ok) return refused(named.refusal, named.values);
        const view: PresetOffer = {
          stage: 'link',
          id: world.newId(),
          host: named.host,
          ...(asked.address === null ? {} : { address: asked.address }),
          fetching: false,
        };
        const question = { view, text: null, url: asked.url, stop: new AbortController() };
        hold(question);
        return question;
      });
    },
    async fetch(id) {
      if (held?.view.id !== id || held.view.stage !== 'link' || held.url === null) return refused('preset-answered');
      if (held.view.fetching) return accepted;
      const { view, url } = held;
      const { refused: _before, ...asked } = view;
      const stop = new AbortController();
      hold({ view: { ...asked, fetching: true }, text: null, url, stop });
      const cancel = world.clock.after(fetchDeadlineMs, () => stop.abort());
      const got = await desk.fetch(url, stop.signal).finally(cancel);
      // Put away meanwhile: what arrived is dropped.
      if (held?.stop !== stop) return accepted;
      const answer = got.ok
        ? await readFetched(got, view.host, view.address ?? null)
        : refused(got.refusal, got.values);
      if (held?.stop !== stop) return accepted;
      if ('view' in answer) hold(answer);
      else {
        const { refusal, values = {} } = answer;
        hold({ view: { ...asked, fetching: false, refused: { refusal, values } }, text: null, url, stop });
      }
      return accepted;
    },
    shown(id) {
      if (held?.view.id !== id || held.view.stage !== 'preset' || held.text === null) return null;
      return { ...held.text, address: held.view.address ?? null };
    },
    decline(id) {
      if (held?.view.id !== id) return refused('preset-answered');
      const { view, text } = held;
      if (text?.mark !== undefined) memory.keepDeclinedPreset(text.mark);
      if (view.stage === 'link' || view.origin.kind === 'link') {
        restsUntil = world.clock.now() + Math.min(longestRestMs, restMs * 2 ** declined);
        declined += 1;
      }
      hold(null);
      return accepted;
    },
    close() {
      declined = 0;
      hold(null);
    },
  };

  /** Where another host answered in the end than the link named, both are shown. */
  async function readFetched(
    got: { readonly text: string; readonly url: string },
    asked: ShownHost,
    address: string | null,
  ): Promise<Held | Refused> {
    const end = await desk.host(got.url);
    if (!end.ok) return refused(end.refusal, end.values);
    const isLed = nameOf(end.host) !== nameOf(asked);
    const origin: PresetOrigin = { kind: 'link', host: end.host, ...(isLed ? { ledFrom: asked } : {}) };
    return read({ text: got.text, caPem: null }, origin, address);
  }
}

const weight = (code: keyof typeof presetWarnings): number => (presetWarnings[code] === 'grave' ? 0 : 1);

const nameOf = ({ before, domain, after }: ShownHost): string => before + domain + after;
