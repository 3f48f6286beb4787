// A sign-in host that cannot be found is not a mail server that was mistyped: a vendor's host exists, so the network is away; a host
// the person gave is part of the registration. Pure.
import type { MailProvider } from '../../shared/mail-provider.ts';
import { type Problem, problemOf } from '../../shared/problem.ts';

/** The problem as it is to be said at the steps that speak to the provider. */
export function problemAtSignIn(problem: Problem, provider: MailProvider): Problem {
  if (problem.code !== 'name-not-found') return problem;
  const isGiven = provider.issuer !== undefined || provider.endpoints !== undefined;
  return problemOf(isGiven ? 'discovery-failed' : 'offline', problem.facts, problem.serverSaid);
}
