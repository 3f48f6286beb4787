// A guide through a provider's own console, and how its blanks are filled for one set-up. The guides are data, their sentences
// words; here are only shape and filling. Pure.
import * as z from 'zod/mini';
import { clouds, httpsUrl, type MailProvider } from './mail-provider.ts';
import { type ProblemCode, problems } from './problem.ts';
import type { ScopeView } from './setup-state.ts';

/** What must hold for a part of a guide to be shown. */
const conditions = ['one-organisation', 'anyone', 'device-code'] as const;
type Condition = (typeof conditions)[number];

const only = z.optional(z.enum(conditions));
const id = z.string().check(z.regex(/^[a-z][a-z-]*$/));
const problemCode = z.custom<ProblemCode>((code) => typeof code === 'string' && code in problems);

const fieldSchema = z.union([
  /** A value to type or paste, the same for everyone. */
  z.strictObject({ id, type: z.string(), only }),
  /** One of the screen's own choices, by the key of its words. */
  z.strictObject({ id, choose: id, only }),
  /** A value of this set-up. */
  z.strictObject({ id, fill: z.enum(['redirect', 'address', 'permissions', 'logo']), only }),
]);

const pageByCloud = z.record(z.enum(clouds), httpsUrl);

export const consoleGuideSchema = z.strictObject({
  id,
  /** The address to register for the way back; absent where none is registered. */
  redirect: z.optional(z.enum(['http://localhost', 'http://127.0.0.1'])),
  /** What to know before one begins. */
  notes: z.array(z.strictObject({ id, only })),
  /** In the order of the console's own screens. */
  sections: z.array(
    z.strictObject({ id, only, page: z.optional(z.union([httpsUrl, pageByCloud])), fields: z.array(fieldSchema) }),
  ),
  /** What one brings back to Postkey; `type` is what to enter there. */
  takeBack: z.array(z.strictObject({ id, only, type: z.optional(z.string()) })),
  /** What goes wrong, and the problem by which one sees it. */
  mistakes: z.array(z.strictObject({ id, problem: problemCode, only })),
});
export type ConsoleGuide = z.infer<typeof consoleGuideSchema>;

export const guideIds = ['microsoft', 'google', 'yandex', 'mail-ru', 'openid'] as const;
export type GuideId = (typeof guideIds)[number];

/** The guide for a provider; undefined where there is nothing to register. */
export function guideIdOf(provider: MailProvider): GuideId | undefined {
  if (provider.signIn === 'password') return undefined;
  if (provider.signIn !== 'openid') return provider.signIn;
  if (/^yandex/u.test(provider.id)) return 'yandex';
  return /^mail-?ru/u.test(provider.id) ? 'mail-ru' : 'openid';
}

export interface GuideBlanks {
  /** Whose sign-in it will be. */
  readonly address: string;
  /** In the form in which the console lists them. */
  readonly permissions: readonly { readonly purpose: ScopeView['service'] | 'several'; readonly text: string }[];
}

export type FilledField =
  | { readonly id: string; readonly kind: 'type'; readonly value: string }
  | { readonly id: string; readonly kind: 'choose'; readonly choice: string }
  | { readonly id: string; readonly kind: 'logo' }
  | { readonly id: string; readonly kind: 'permission'; readonly value: string; readonly purpose: string };

export interface FilledSection {
  readonly id: string;
  readonly page?: string;
  readonly fields: readonly FilledField[];
}

export interface FilledGuide {
  readonly id: string;
  readonly notes: readonly string[];
  readonly sections: readonly FilledSection[];
  readonly takeBack: readonly { readonly id: string; readonly value?: string }[];
  /** With the end of the code that stands on the stamp, `APP-TYPE`. */
  readonly mistakes: readonly { readonly id: string; readonly code: string }[];
}

/** A work mailbox is served best by an app of its own organisation; Microsoft's separate clouds know no others. */
function audienceOf({ kind, cloud }: MailProvider): Condition {
  return kind === 'work' || (cloud !== undefined && cloud !== 'global') ? 'one-organisation' : 'anyone';
}

function pageOf(page: ConsoleGuide['sections'][number]['page'], provider: MailProvider): string | undefined {
  return page === undefined || typeof page === 'string' ? page : page[provider.cloud ?? 'global'];
}

/** The guide for one provider and set-up: only the parts that apply, every value in place. */
export function fillGuide(guide: ConsoleGuide, provider: MailProvider, blanks: GuideBlanks): FilledGuide {
  const holds: Readonly<Record<Condition, boolean>> = {
    'one-organisation': audienceOf(provider) === 'one-organisation',
    anyone: audienceOf(provider) === 'anyone',
    'device-code': provider.deviceCode,
  };
  const applies = (part: { readonly only?: Condition | undefined }): boolean =>
    part.only === undefined || holds[part.only];

  const fill = (field: ConsoleGuide['sections'][number]['fields'][number]): readonly FilledField[] => {
    if ('type' in field) return [{ id: field.id, kind: 'type', value: field.type }];
    if ('choose' in field) return [{ id: field.id, kind: 'choose', choice: field.choose }];
    if (field.fill === 'logo') return [{ id: field.id, kind: 'logo' }];
    if (field.fill === 'permissions') {
      return blanks.permissions.map(({ purpose, text }) => ({
        id: field.id,
        kind: 'permission',
        value: text,
        purpose,
      }));
    }
    return [{ id: field.id, kind: 'type', value: field.fill === 'address' ? blanks.address : (guide.redirect ?? '') }];
  };

  return {
    id: guide.id,
    notes: guide.notes.filter(applies).map((note) => note.id),
    sections: guide.sections.filter(applies).map((section) => {
      // A provider whose console is not the guide's own names its page itself.
      const page = pageOf(section.page, provider) ?? (section === guide.sections[0] ? provider.consolePage : undefined);
      return {
        id: section.id,
        ...(page === undefined ? {} : { page }),
        fields: section.fields.filter(applies).flatMap(fill),
      };
    }),
    takeBack: guide.takeBack
      .filter(applies)
      .map((each) => (each.type === undefined ? { id: each.id } : { id: each.id, value: each.type })),
    mistakes: guide.mistakes.filter(applies).map((each) => ({ id: each.id, code: problems[each.problem].short })),
  };
}
