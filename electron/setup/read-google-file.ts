// Reads the client file that Google's console lets one download. Takes "installed" clients only; says which other kind it is.
import type { RefusalCode } from '../../shared/refusal.ts';
import { Secret } from './secret.ts';

export type GoogleFileReading =
  | { readonly ok: true; readonly clientId: string; readonly clientSecret: Secret | null }
  | { readonly ok: false; readonly refusal: RefusalCode };

const refused = (refusal: RefusalCode): GoogleFileReading => ({ ok: false, refusal });

function textIn(from: unknown, name: string): string | null {
  if (typeof from !== 'object' || from === null) return null;
  const value = (from as Record<string, unknown>)[name];
  return typeof value === 'string' && value.length > 0 && value.length <= 512 && !/\s/u.test(value) ? value : null;
}

/** Never throws, never quotes the file. */
export function readGoogleFile(text: string): GoogleFileReading {
  if (text.length > 100_000) return refused('google-file-too-large');
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/u, ''));
  } catch {
    return refused('google-file-not-json');
  }
  if (typeof json !== 'object' || json === null) return refused('google-file-other-json');
  if ('web' in json) return refused('google-file-web-client');
  if ('type' in json && (json.type === 'service_account' || json.type === 'authorized_user')) {
    return refused('google-file-service-account');
  }
  const installed = 'installed' in json ? json.installed : null;
  const clientId = textIn(installed, 'client_id');
  if (!clientId) return refused('google-file-other-json');
  const clientSecret = textIn(installed, 'client_secret');
  return { ok: true, clientId, clientSecret: clientSecret ? new Secret(clientSecret) : null };
}
