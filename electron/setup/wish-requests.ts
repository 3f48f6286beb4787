// What each request about the person's wishes does: colours and language. One handler a message.
import { accepted } from '../../shared/ipc-contract.ts';
import type { Handlers, Postkey } from './postkey.ts';

type WishRequest = Extract<keyof Handlers, `settings.${string}`>;

/** They are kept, and the desktop follows at once. */
export function wishHandlers(postkey: Postkey): Pick<Handlers, WishRequest> {
  const { memory, look } = postkey.parts;
  return {
    'settings.theme': async ({ theme }) => {
      memory.keepPreferences({ ...memory.preferences(), theme });
      await look.followPreferences();
      postkey.changed();
      return accepted;
    },
    'settings.language': async ({ language }) => {
      if (!look.languages.includes(language)) return { accepted: false, refusal: 'language-unknown' };
      memory.keepPreferences({ ...memory.preferences(), language });
      await look.followPreferences();
      postkey.changed();
      return accepted;
    },
  };
}
