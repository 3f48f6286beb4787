// Makes phrases and fields: what is left out is not there at all. Pure.
import type { HandOverField, Phrase } from '../../shared/hand-over.ts';
import type { Door } from './door.ts';

export const say = (key: string, values?: Phrase['values']): Phrase => (values ? { key, values } : { key });

const noted = (field: HandOverField, note?: string): HandOverField => (note ? { ...field, note: say(note) } : field);

/** To type. */
export const type = (label: string, value: string, note?: string): HandOverField =>
  noted({ label: say(label), value }, note);

/** To pick from the program's list. */
export const pick = (label: string, choose: string, note?: string): HandOverField =>
  noted({ label: say(label), choose: say(choose) }, note);

/** What nobody but the person knows, as their name or what the account is to be called. */
export const yours = (label: string, choose: string): HandOverField => ({ label: say(label), choose: say(choose) });

/** The port, or that it is known once the bridge is on. */
export const portField = (label: string, { port }: Door): HandOverField =>
  port === null ? pick(label, 'common.portLater') : type(label, String(port));

/** Nothing where a token takes its place. */
export const passwordField = (label: string, { secret }: Door, note?: string): readonly HandOverField[] =>
  secret === null ? [] : [noted({ label: say(label), secret }, note)];
