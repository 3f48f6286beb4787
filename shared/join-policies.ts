// Joins what several sources lay down into what holds. Pure. One rule for all: the first to say a setting holds; whoever comes after
// fills what is open and narrows, and never widens. A source that is broken closes what a good one might have closed.
import {
  type PassedOver,
  type Policy,
  type PolicyInForce,
  type PolicyKey,
  type PolicyPlace,
  type PolicySettings,
  type PolicyTrouble,
  policyKeys,
} from './policy.ts';

/** One source, in the order of its say: the machine's first. */
export interface PolicySource extends PolicyPlace {
  readonly policy: Policy;
  /** Of the preset that it brings. */
  readonly presetOrganisation?: string | undefined;
  readonly caCertificates: number;
}

/** What a person cannot open again while a source is broken. */
const closed = { allowedProviders: [], bridge: 'off', tokenCommand: 'off', updates: 'off' } as const;

type Settings = { -readonly [K in keyof PolicySettings]: PolicySettings[K] };

function settingsOf({ policy, presetOrganisation, caCertificates }: PolicySource): PolicySettings {
  const { $schema, postkeyPolicy, organisation, preset, caFile, caPem, ...settings } = policy;
  return {
    ...settings,
    ...(presetOrganisation === undefined ? {} : { preset: { organisation: presetOrganisation } }),
    ...(caCertificates === 0 ? {} : { ca: caCertificates }),
  };
}

const lists = ['allowedProviders', 'services', 'languages'] as const;
const isList = (key: PolicyKey): key is (typeof lists)[number] => lists.some((each) => each === key);
const canBeOff = (key: PolicyKey): key is 'bridge' | 'tokenCommand' | 'updates' =>
  key === 'bridge' || key === 'tokenCommand' || key === 'updates';

/** Else a file of the person's own would open what an administrator has closed. */
const isNarrowedAbove = (sources: readonly PolicySource[], broken: readonly PolicyTrouble[]): boolean =>
  broken.some(({ level }) => level === 'machine') ||
  sources.some(({ level, policy }) => level === 'machine' && policy.allowedProviders !== undefined);

export function joinPolicies(sources: readonly PolicySource[], broken: readonly PolicyTrouble[] = []): PolicyInForce {
  const settings: Settings = {};
  const setBy: Partial<Record<PolicyKey, PolicyPlace>> = {};
  const passedOver: PassedOver[] = [];
  const troubles: PolicyTrouble[] = [...broken];
  for (const source of sources) {
    const said = settingsOf(source);
    const place: PolicyPlace = { level: source.level, place: source.place };
    for (const key of policyKeys) {
      if (said[key] === undefined) continue;
      if (settings[key] === undefined) {
        Object.assign(settings, { [key]: said[key] });
        setBy[key] = place;
      } else if (isList(key)) {
        const before: readonly string[] = settings[key] ?? [];
        const both = before.filter((each) => said[key]?.some((other) => other === each));
        if (both.length === 0 && before.length > 0) troubles.push({ ...place, fault: 'contradiction', field: key });
        if (both.length < before.length) setBy[key] = place;
        Object.assign(settings, { [key]: both });
      } else if (canBeOff(key) && said[key] === 'off' && settings[key] !== 'off') {
        Object.assign(settings, { [key]: 'off' });
        setBy[key] = place;
      } else if (JSON.stringify(settings[key]) !== JSON.stringify(said[key])) {
        passedOver.push({ ...place, key });
      }
    }
  }
  const [trouble] = troubles;
  if (trouble) {
    const place: PolicyPlace = { level: trouble.level, place: trouble.place };
    Object.assign(settings, closed);
    for (const key of policyKeys) if (key in closed) setBy[key] = place;
  }
  const organisation = sources.map(({ policy, presetOrganisation }) => policy.organisation ?? presetOrganisation);
  // What an administrator's broken file would have said of services and servers nobody knows: no account is begun until it is mended.
  const isHeld =
    troubles.some(({ level }) => level === 'machine') ||
    (setBy.preset?.level === 'user' && isNarrowedAbove(sources, broken));
  const held = isHeld ? { presetHeldToList: true as const } : {};
  const name = organisation.find((each) => each !== undefined);
  return { organisation: name, settings, setBy, passedOver, troubles, ...held };
}
