// Links that ask Postkey for something: `postkey://setup?preset=https://…&address=…`. Any web page can make one, so that nothing but these
// two is understood, nothing secret can be in it, and reading it does nothing. Pure.
import { readAddress } from './account-draft.ts';
import type { RefusalCode } from './refusal.ts';

export type PresetLinkReading =
  | {
      readonly ok: true;
      /** Where the preset is, `https:`. */
      readonly url: string;
      readonly address: string | null;
    }
  | {
      readonly ok: false;
      readonly refusal: RefusalCode;
      readonly values: Readonly<Record<string, string>>;
    };

const longestLink = 4000;
const longestUrl = 2048;
const known = ['preset', 'address'];

const refused = (refusal: RefusalCode, values: Readonly<Record<string, string>> = {}): PresetLinkReading => ({
  ok: false,
  refusal,
  values,
});

/** Whether a word of a command line is a link to Postkey, a good one or not. */
export function isPostkeyLink(word: string): boolean {
  return /^postkey:/iu.test(word);
}

function parsed(text: string): URL | null {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}

/** Without a name, a password and a place within the page. */
function isBare({ username, password, hash }: URL): boolean {
  return username === '' && password === '' && hash === '';
}

/** Browsers hand over `postkey://setup?…` and `postkey://setup/?…` alike. */
function isSetupLink(url: URL): boolean {
  return (
    url.protocol === 'postkey:' && url.host.toLowerCase() === 'setup' && /^\/?$/u.test(url.pathname) && isBare(url)
  );
}

export function readPresetLink(link: string): PresetLinkReading {
  const whole = link.length > longestLink ? null : parsed(link);
  if (!whole || !isSetupLink(whole)) return refused('link-odd');
  const asked = [...whole.searchParams];
  const extra = asked.find(([name], at) => !known.includes(name) || asked.findIndex(([each]) => each === name) !== at);
  if (extra) return refused('link-extra', { name: extra[0].slice(0, 40) });
  const place = whole.searchParams.get('preset') ?? '';
  const url = place.length > longestUrl ? null : parsed(place);
  if (url === null || !isBare(url)) return refused('link-odd');
  if (url.protocol !== 'https:') return refused('link-not-https');
  const typed = whole.searchParams.get('address');
  if (typed === null) return { ok: true, url: url.href, address: null };
  const address = readAddress(typed);
  return address.ok
    ? { ok: true, url: url.href, address: address.value.text }
    : { ok: false, refusal: address.refusal, values: {} };
}
