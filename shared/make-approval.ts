// What an administrator needs to approve the app, made of what the set-up knows. Pure; asks nobody.
import { readAddress } from './account-draft.ts';
import { adminConsentLink } from './admin-consent-link.ts';
import type { ApprovalView } from './approval.ts';
import type { MailProvider } from './mail-provider.ts';
import type { Problem } from './problem.ts';
import type { SetupView } from './setup-state.ts';

type Known = Pick<SetupView, 'provider' | 'registration' | 'scopes' | 'address' | 'signsInAs'>;

/** Whether an administrator can help by letting this very app in; other rules of an organisation are about computers and places. */
export function isAboutApproval(problem: Pick<Problem, 'code'>): boolean {
  return problem.code === 'approval-needed';
}

const publicCloud = 'https://login.microsoftonline.com';
/** Names for "whichever organisation the person belongs to". */
const anyTenant = new Set(['common', 'organizations', 'consumers']);

/** The organisation as Microsoft knows it; a mail domain is one of its names. */
function tenantOf(provider: MailProvider, person: string): string | undefined {
  if (provider.tenant && !anyTenant.has(provider.tenant.toLowerCase())) return provider.tenant;
  const read = readAddress(person);
  return read.ok ? read.value.domain : undefined;
}

/** As the administrator finds it in the console: Exchange's rights by their last part. */
function officialName(scope: string, provider: MailProvider): string {
  return provider.signIn === 'microsoft' ? scope.replace(/^https:\/\/[^/]+\/(?=[A-Za-z])/u, '') : scope;
}

/** Null before step 3 is closed, and where nobody signs in. Not sent yet: without `since`. */
export function makeApproval(known: Known): ApprovalView | null {
  const { provider, registration, scopes, address, signsInAs } = known;
  if (!provider || !registration || !address || provider.is.signIn === 'password') return null;
  const { is } = provider;
  const isMicrosoft = is.signIn === 'microsoft';
  // A personal mailbox has no administrator.
  const isOrganisation = isMicrosoft && is.kind !== 'personal';
  const tenant = isOrganisation ? tenantOf(is, signsInAs ?? address) : undefined;
  const { clientId } = registration;
  const adminLink = isOrganisation
    ? adminConsentLink({
        signIn: is.signIn,
        authority: is.authority ?? publicCloud,
        tenant,
        clientId,
        scopes: scopes.map((each) => each.scope),
      })
    : undefined;
  return {
    ...(adminLink === undefined ? {} : { adminLink }),
    ...(tenant === undefined ? {} : { tenant }),
    clientId,
    permissions: scopes.map(({ service, scope }) => ({ service, official: officialName(scope, is) })),
    // A renewal that was given for identity may ask for mail later with Microsoft alone (RFC 6749 section 6 forbids it).
    check: isOrganisation ? 'after-sign-in' : 'by-hand',
  };
}
