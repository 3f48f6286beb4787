// A case file as lines of words, grouped: the same for the preview, the file's page and the text for a chat. Every text of the data
// stands in one of them, so that nothing is saved that was not shown. Pure; finds words, holds no sentence.

import type { CaseGroup, CaseLine } from '../../../shared/case-draft.ts';
import type { CaseAccount, CaseFile, CaseSetup } from '../../../shared/case-file.ts';
import { laddersLines, listOf, problemLines, type Telling, watchLines } from './case-line-parts.ts';
import { stepGroups } from './case-step-lines.ts';

/** The values that were there; a line without one is left out. */
function lines(
  telling: Telling,
  pairs: readonly (readonly [label: string, value: string | undefined, part?: string])[],
): readonly CaseLine[] {
  return pairs.flatMap(([label, value, part]) =>
    value === undefined
      ? []
      : [{ label: telling.say(`labels.${label}`), value, ...(part === undefined ? {} : { part }) }],
  );
}

export function caseLines(doc: CaseFile, telling: Telling): readonly CaseGroup[] {
  const { say, at } = telling;
  const made: CaseGroup = {
    title: say('groups.made'),
    lines: lines(telling, [
      ['made', at(doc.madeAt)],
      ['stateOf', doc.stateOf === undefined ? undefined : at(doc.stateOf), 'stateOf'],
      ['postkey', doc.by.postkey],
      ['electron', doc.by.electron, 'by.electron'],
      ['system', doc.by.system, 'by.system'],
      ['language', doc.by.language, 'by.language'],
      ['page', doc.page, 'page'],
    ]),
  };
  const log = doc.log ?? [];
  return [
    made,
    ...(doc.setup ? setupGroups(doc.setup, telling) : []),
    ...doc.accounts.flatMap((account, at) => {
      const part = `accounts.${at}`;
      return accountGroups(account, telling, part).map((group) => ({ ...group, part }));
    }),
    { title: say('groups.log'), lines: log.map((value, at) => ({ value, part: `log.${at}` })) },
  ].filter((group) => group.lines.length > 0);
}

function registrationLines(
  of: CaseAccount['registration'] | undefined,
  telling: Telling,
  part: string,
): readonly CaseLine[] {
  if (!of) return [];
  const { say } = telling;
  const until = of.secretEndsOn;
  return lines(telling, [
    ['registration', say(`registrations.${of.source}`)],
    ['clientId', of.clientId === '' ? undefined : of.clientId, `${part}.clientId`],
    [
      'secret',
      of.hasSecret && until
        ? say('values.secretUntil', { day: until })
        : say(of.hasSecret ? 'values.yes' : 'values.no'),
    ],
  ]);
}

function keepingOf(keeping: CaseAccount['keeping'] | undefined, { say, find }: Telling): string | undefined {
  return keeping && say(`keeping.${keeping.kept}`, { store: find('window', `keyStores.${keeping.store}`) });
}

function endingGroup(endings: CaseAccount['endings'], { say, at }: Telling, part: string): CaseGroup {
  return {
    title: say('groups.endings'),
    lines: endings.map(({ cause, at: when, sure, values }, place) => {
      const what = { what: say(`endings.${cause}`, values), sure: say(`sure.${sure}`) };
      return {
        part: `${part}.${place}`,
        value: when === undefined ? say('values.endingSure', what) : say('values.endingAt', { ...what, at: at(when) }),
      };
    }),
  };
}

function setupGroups(setup: CaseSetup, telling: Telling): readonly CaseGroup[] {
  const { say, at, find } = telling;
  const { provider, approval, person, rehearsal, mailbox } = setup;
  const service = (name: string): string => find('window', `services.${name}`, {}, name);
  const purpose = say(`purposes.${setup.purpose}`);
  const checks = rehearsal && [
    ...rehearsal.checked.map((each) => `${each} ✓`),
    ...rehearsal.open.map((each) => `${each} ?`),
  ];
  const asked = approval?.since;
  const head: CaseGroup = {
    title: mailbox === undefined ? say('groups.setupUnnamed') : say('groups.setup', { mailbox }),
    lines: [
      ...lines(telling, [
        ['mailbox', mailbox, 'setup.mailbox'],
        ['signsInAs', setup.signsInAs, 'setup.signsInAs'],
        ['domain', setup.domain, 'setup.domain'],
        ['purpose', setup.practice ? say('values.practice', { what: purpose }) : purpose],
        [
          'provider',
          provider && listOf([provider.name, provider.shortName, provider.id, provider.signIn]),
          'setup.provider',
        ],
        ['foundBy', provider?.source && say(`sources.${provider.source}`), 'setup.provider.source'],
        ['unsure', provider?.unsure && say(`unsure.${provider.unsure}`), 'setup.provider.unsure'],
        ['signInHost', provider && (provider.signInHost || say('values.none')), 'setup.provider.signInHost'],
      ]),
      ...registrationLines(setup.registration, telling, 'setup.registration'),
      ...lines(telling, [
        ['wanted', listOf(setup.wanted.map(service)) || undefined, 'setup.wanted'],
        ['leftOut', listOf((setup.leftOut ?? []).map(service)) || undefined, 'setup.leftOut'],
        ['way', setup.way && say(`ways.${setup.way}`), 'setup.way'],
        ['expected', person?.expected, 'setup.person'],
        ['signedInAs', person?.signedInAs, 'setup.person'],
        ['keeping', keepingOf(setup.keeping, telling), 'setup.keeping'],
        ['validUntil', setup.validUntil === undefined ? undefined : at(setup.validUntil), 'setup.validUntil'],
        [
          'programs',
          listOf((setup.programs ?? []).map((each) => find('window', `programs.${each}`))) || undefined,
          'setup.programs',
        ],
        ['rehearsal', checks && (listOf(checks) || undefined), 'setup.rehearsal'],
        ['approval', approval && say(`checks.${approval.check}`), 'setup.approval'],
        [
          'approvalAsked',
          asked === undefined ? undefined : say(`sentBy.${approval?.sentBy ?? 'unknown'}`, { at: at(asked) }),
          'setup.approval.since',
        ],
        [
          'approvalLast',
          approval?.lastCheckAt === undefined ? undefined : at(approval.lastCheckAt),
          'setup.approval.lastCheckAt',
        ],
        [
          'approvalNext',
          approval?.nextCheckAt === undefined ? undefined : at(approval.nextCheckAt),
          'setup.approval.nextCheckAt',
        ],
      ]),
      ...(approval?.trouble ? problemLines(approval.trouble, undefined, telling, 'setup.approval.trouble') : []),
    ],
  };
  return [
    head,
    ...stepGroups(setup, telling),
    { title: say('groups.servers'), lines: laddersLines(setup.ladders, telling, 'setup.ladders') },
    { title: say('groups.watch'), lines: setup.watch ? watchLines(setup.watch, telling, 'setup.watch') : [] },
    endingGroup(setup.endings ?? [], telling, 'setup.endings'),
  ];
}

function accountGroups(account: CaseAccount, telling: Telling, part: string): readonly CaseGroup[] {
  const { say, at, find } = telling;
  const { mailbox, secretEnds, days } = account;
  const service = (name: string): string => find('window', `services.${name}`, {}, name);
  const health = say(`health.${account.health}`);
  const states = [...new Set(days.map(({ state }) => state))];
  return [
    {
      title: say('groups.account', { mailbox }),
      lines: [
        ...lines(telling, [
          ['mailbox', mailbox, part],
          ['signsInAs', account.signsInAs, `${part}.signsInAs`],
          ['domain', account.domain, `${part}.domain`],
          ['provider', account.providerName, `${part}.providerName`],
          ['health', account.practice ? say('values.practice', { what: health }) : health],
        ]),
        ...registrationLines(account.registration, telling, `${part}.registration`),
        ...lines(telling, [
          ['leftOut', listOf(account.leftOut.map(service)) || undefined, `${part}.leftOut`],
          ['keeping', keepingOf(account.keeping, telling)],
          ['added', at(account.addedAt)],
          [
            'secretEnds',
            secretEnds && listOf([secretEnds.on, say(`actors.${secretEnds.actor}`)]),
            `${part}.secretEnds`,
          ],
        ]),
      ],
    },
    {
      title: say('groups.scopes'),
      lines: account.scopes.map((value, at) => ({ value, part: `${part}.scopes.${at}` })),
    },
    {
      title: say('groups.servers'),
      lines: account.servers.map(({ service: which, server, loginName, by, insteadOf }, at) => ({
        part: `${part}.servers.${at}`,
        label: find('window', `details.${which}`),
        value: listOf([
          say('values.server', {
            host: server.host,
            port: server.port,
            security: say(`security.${server.security}`),
            by: say(`by.${by ?? 'token'}`),
            name: loginName,
          }),
          insteadOf === undefined ? '' : say('values.insteadOf', { name: insteadOf }),
        ]),
      })),
    },
    { title: say('groups.watch'), lines: account.watch ? watchLines(account.watch, telling, `${part}.watch`) : [] },
    {
      title: say('groups.history'),
      lines: [
        ...account.history.map(({ state, cause, services, from, until }, place) => ({
          part: `${part}.history.${place}`,
          label: say('values.from', { from: at(from), until: at(until) }),
          value: listOf([
            say(`seen.${state}`),
            ...(cause ? [find('problems', `${cause}.title`)] : []),
            ...Object.entries(services).map(([name, verdict]) => `${service(name)} ${say(`verdicts.${verdict}`)}`),
          ]),
        })),
        ...states.map((state) => ({
          part: `${part}.days`,
          label: say('labels.days', { state: say(`seen.${state}`) }),
          value: days.flatMap((each) => (each.state === state ? [each.day] : [])).join(' '),
        })),
      ],
    },
    endingGroup(account.endings, telling, `${part}.endings`),
  ];
}
