// Gives oidc-provider a form that was read, and perhaps changed, on the way to it.
import { Readable } from 'node:stream';
import type { PageContext } from './provider-desk.ts';

/** A stream again: oidc-provider warns about a body that somebody else has parsed. */
export function repeatBody(ctx: PageContext, form: URLSearchParams): void {
  const bytes = Buffer.from(form.toString());
  ctx.request.headers['content-length'] = String(bytes.length);
  ctx.req = Object.assign(Readable.from([bytes]), { headers: ctx.req.headers }) as unknown as typeof ctx.req;
}
