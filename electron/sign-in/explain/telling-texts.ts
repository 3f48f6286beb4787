// What a page or a description says in words where no code tells, as data. Sources: Google's and Microsoft's sign-in pages.
import type { ProblemCode } from '../../../shared/problem.ts';

/** Words of a page or a description, for what no code tells. Tried in this order, after numbers, before the words of OAuth. */
export const tellingTexts: readonly (readonly [RegExp, ProblemCode])[] = [
  [/has not completed the google verification|only be accessed by developer-approved testers/iu, 'not-a-tester'],
  [
    /redirect_uri_mismatch|redirect[ _]ur[il] .{0,80}(?:mismatch|did not match|not (?:registered|match|allowed|in the list))/iu,
    'redirect-not-registered',
  ],
  // Google: an administrator lets the app in, or does not.
  [/admin_policy_enforced/iu, 'approval-needed'],
  // Microsoft's page with that heading bears no number, and leads back to nobody.
  [/need admin approval|permission .{0,60}that only an admin can grant/iu, 'approval-needed'],
  [/service abuse/iu, 'account-locked'],
  // Microsoft's service for personal accounts gives no numbers.
  [/not enabled for consumers|'userAudience' configuration/iu, 'audience-wrong'],
  // Google's pages, which lead back to nobody.
  [/hasn['’]t verified this app|this app isn['’]t verified/iu, 'app-not-verified'],
  [/user cap reached|reached (?:its user limit|the limit of users)|exceeded the 100 user/iu, 'app-user-limit'],
  [/advanced protection program/iu, 'account-protected'],
  [/managed with family link|supervised by a parent|ask a parent/iu, 'account-of-child'],
  [/account has been (?:deleted|disabled|suspended)/iu, 'account-disabled'],
  [/browser or app may not be secure/iu, 'browser-not-accepted'],
  [/(?:the server cannot process the request because it is|has issued a) malformed/iu, 'link-damaged'],
  // Google: a client for web pages or telephones may not come back to a program on a computer.
  [/loopback flow has been blocked|comply with google.s oauth 2\.0 policy/iu, 'platform-wrong'],
  [/client_secret is missing|secret is (?:missing|required)|client authentication (?:is )?required/iu, 'secret-needed'],
  [/code challenge method .{0,40}not supported|unsupported code_challenge_method/iu, 'sign-in-too-old'],
];
