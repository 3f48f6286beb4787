// Every console guide, parsed once. For main, which must know the pages; the window loads the one it draws.
import { type ConsoleGuide, consoleGuideSchema, type GuideId, guideIdOf } from './console-guide.ts';
import google from './console-guides/google.json' with { type: 'json' };
import mailRu from './console-guides/mail-ru.json' with { type: 'json' };
import microsoft from './console-guides/microsoft.json' with { type: 'json' };
import openid from './console-guides/openid.json' with { type: 'json' };
import yandex from './console-guides/yandex.json' with { type: 'json' };
import type { MailProvider } from './mail-provider.ts';

export const consoleGuides: Readonly<Record<GuideId, ConsoleGuide>> = {
  microsoft: consoleGuideSchema.parse(microsoft),
  google: consoleGuideSchema.parse(google),
  yandex: consoleGuideSchema.parse(yandex),
  'mail-ru': consoleGuideSchema.parse(mailRu),
  openid: consoleGuideSchema.parse(openid),
};

/** Every page that the guide for this provider may open. */
export function guidePages(provider: MailProvider): readonly string[] {
  const id = guideIdOf(provider);
  if (id === undefined) return [];
  return consoleGuides[id].sections.flatMap(({ page }) =>
    page === undefined || typeof page === 'string' ? (page ?? []) : Object.values(page),
  );
}
