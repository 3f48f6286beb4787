// What one preset says otherwise than another, part by part, as a person is told it. Pure.
import { type PresetFacts, type PresetPart, presetParts } from '../../shared/preset-offer.ts';

const said: Readonly<Record<PresetPart, (facts: PresetFacts) => unknown>> = {
  organisation: ({ organisation }) => organisation,
  domains: ({ domains }) => [...domains].map(({ before, domain }) => before + domain).sort(),
  'sign-in': ({ signIn, signInHost, keyHosts, tenant }) => [signIn, signInHost, keyHosts, tenant],
  servers: ({ servers }) => servers,
  authorities: ({ authorities }) => authorities.map(({ fingerprint }) => fingerprint),
  'client-id': ({ clientId, hasSecret }) => [clientId, hasSecret],
  helpdesk: ({ helpdesk }) => helpdesk,
};

/** In the order in which they are shown; empty: the same. */
export function comparePresets(before: PresetFacts, after: PresetFacts): readonly PresetPart[] {
  return presetParts.filter((part) => JSON.stringify(said[part](before)) !== JSON.stringify(said[part](after)));
}
