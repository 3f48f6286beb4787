// Test only: presets as an organisation would write them, and what the desk says of changed ones.
import { type Preset, readPreset } from '../../../shared/preset.ts';
import { judgePreset } from './judge-preset.ts';
import { factsOfPreset } from './preset-facts.ts';

export const good = {
  postkeyPreset: 1,
  organisation: 'Harbour Schools',
  domains: ['harbour.example'],
  signIn: { kind: 'microsoft', clientId: '0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0', tenant: 'harbour.example' },
};

export const openid = {
  ...good,
  signIn: { kind: 'openid', clientId: 'postkey', issuer: 'https://id.harbour.example' },
  servers: { imap: { host: 'imap.harbour.example', port: 993, security: 'tls' } },
};

export const atIssuer = (issuer: string) => ({ ...openid, signIn: { ...openid.signIn, issuer } });

export function readGood(content: object): Preset {
  const read = readPreset(JSON.stringify(content));
  if (!read.ok) throw new Error(`${read.refusal} at ${read.place}`);
  return read.preset;
}

export function factsOf(content: object, authorities: readonly string[] = []) {
  return factsOfPreset(readGood(content), authorities, false);
}

/** The refusal, or the codes of the warnings. */
export function judged(content: object, authorities: readonly string[] = []) {
  const preset = readGood(content);
  const verdict = judgePreset(preset, factsOfPreset(preset, authorities, false));
  return verdict.ok ? verdict.warnings.map(({ code }) => code) : verdict.refusal;
}
