// The desk where presets are looked at: joins what is loaded when the first one comes, since most starts bring none.
import type { GetOnce } from '../../setup/get-once.ts';
import type { PresetDesk } from '../../setup/preset-desk.ts';

const load = async () => {
  const [{ factsOfPreset }, { judgePreset }, { refuseHost }, { showHost }, { isHostOfLink, makeFetchPreset }] =
    await Promise.all([
      import('./preset-facts.ts'),
      import('./judge-preset.ts'),
      import('./judge-hosts.ts'),
      import('./show-host.ts'),
      import('./fetch-preset.ts'),
    ]);
  return { factsOfPreset, judgePreset, refuseHost, showHost, isHostOfLink, makeFetchPreset };
};

export function makePresetDesk(getOnce: GetOnce): PresetDesk {
  return {
    facts: async (...about) => (await load()).factsOfPreset(...about),
    judge: async (preset, facts) => (await load()).judgePreset(preset, facts),
    async host(url) {
      const { showHost, isHostOfLink, refuseHost } = await load();
      const { host, hostname } = new URL(url);
      const shown = isHostOfLink(hostname) ? showHost(host) : null;
      if (!shown) return { ok: false, refusal: 'link-host-odd', values: { host } };
      return refuseHost(shown) ?? { ok: true, host: shown };
    },
    fetch: async (url, signal) => (await load()).makeFetchPreset(getOnce)(url, signal),
  };
}
