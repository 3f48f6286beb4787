// A case file as lines of words, grouped: the same for the preview, the file's page and the text for a chat. Every text of the data
// stands in one of them, so that nothing is saved that was not shown. Pure; finds words, holds no sentence.

import type { CaseGroup, CaseLine } from '../../../shared/case-draft.ts';
import type { CaseAccount, CaseFile, CaseSetup } from '../../../shared/case-file.ts';
import { laddersLines, listOf, problemLines, type Telling, watchLines } from './case-line-parts.ts';
import { stepGroups } from './case-step-lines.ts';

/** The values that were there; a line without one is left out. */
function lines(telling: Telling, pairs: readonly (readonly [string, string | undefined])[]): readonly CaseLine[] {
  return pairs.flatMap(([label, value]) =>
    value === undefined ? [] : [{ label: telling.say(`labels.${label}`), value }],
  );
}

export function caseLines(doc: CaseFile, telling: Telling): readonly CaseGroup[] {
  const { say, at } = telling;
  const made: CaseGroup = {
    title: say('groups.made'),
    lines: lines(telling, [
      ['made', at(doc.madeAt)],
      ['stateOf', doc.stateOf === undefined ? undefined : at(doc.stateOf)],
      ['postkey', doc.by.postkey],
      ['electron', doc.by.electron],
      ['system', doc.by.system],
      ['language', doc.by.language],
      ['page', doc.page],
    ]),
  };
  const log = doc.log ?? [];
  return [
    made,
    ...(doc.setup ? setupGroups(doc.setup, telling) : []),
    ...doc.accounts.flatMap((account) => accountGroups(account, telling)),
    { title: say('groups.log'), lines: log.map((value) => ({ value })) },
  ].filter((group) => group.lines.length > 0);
}

function registrationLines(of: CaseAccount['registration'] | undefined, telling: Telling): readonly CaseLine[] {
  if (!of) return [];
  const { say } = telling;
  const until = of.secretEndsOn;
  return lines(telling, [
    ['registration', say(`registrations.${of.source}`)],
    ['clientId', of.clientId === '' ? undefined : of.clientId],
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

function endingGroup(endings: CaseAccount['endings'], { say, at }: Telling): CaseGroup {
  return {
    title: say('groups.endings'),
    lines: endings.map(({ cause, at: when, sure, values }) => {
      const what = { what: say(`endings.${cause}`, values), sure: say(`sure.${sure}`) };
      return {
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
        ['mailbox', mailbox],
        ['signsInAs', setup.signsInAs],
        ['domain', setup.domain],
        ['purpose', setup.practice ? say('values.practice', { what: purpose }) : purpose],
        ['provider', provider && listOf([provider.name, provider.shortName, provider.id, provider.signIn])],
        ['foundBy', provider?.source && say(`sources.${provider.source}`)],
        ['unsure', provider?.unsure && say(`unsure.${provider.unsure}`)],
        ['signInHost', provider && (provider.signInHost || say('values.none'))],
      ]),
      ...registrationLines(setup.registration, telling),
      ...lines(telling, [
        ['wanted', listOf(setup.wanted.map(service)) || undefined],
        ['leftOut', listOf((setup.leftOut ?? []).map(service)) || undefined],
        ['way', setup.way && say(`ways.${setup.way}`)],
        ['expected', person?.expected],
        ['signedInAs', person?.signedInAs],
        ['keeping', keepingOf(setup.keeping, telling)],
        ['validUntil', setup.validUntil === undefined ? undefined : at(setup.validUntil)],
        ['programs', listOf((setup.programs ?? []).map((each) => find('window', `programs.${each}`))) || undefined],
        ['rehearsal', checks && (listOf(checks) || undefined)],
        ['approval', approval && say(`checks.${approval.check}`)],
        [
          'approvalAsked',
          asked === undefined ? undefined : say(`sentBy.${approval?.sentBy ?? 'unknown'}`, { at: at(asked) }),
        ],
        ['approvalLast', approval?.lastCheckAt === undefined ? undefined : at(approval.lastCheckAt)],
        ['approvalNext', approval?.nextCheckAt === undefined ? undefined : at(approval.nextCheckAt)],
      ]),
      ...(approval?.trouble ? problemLines(approval.trouble, undefined, telling) : []),
    ],
  };
  return [
    head,
    ...stepGroups(setup, telling),
    { title: say('groups.servers'), lines: laddersLines(setup.ladders, telling) },
    { title: say('groups.watch'), lines: setup.watch ? watchLines(setup.watch, telling) : [] },
    endingGroup(setup.endings ?? [], telling),
  ];
}

function accountGroups(account: CaseAccount, telling: Telling): readonly CaseGroup[] {
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
          ['mailbox', mailbox],
          ['signsInAs', account.signsInAs],
          ['domain', account.domain],
          ['provider', account.providerName],
          ['health', account.practice ? say('values.practice', { what: health }) : health],
        ]),
        ...registrationLines(account.registration, telling),
        ...lines(telling, [
          ['leftOut', listOf(account.leftOut.map(service)) || undefined],
          ['keeping', keepingOf(account.keeping, telling)],
          ['added', at(account.addedAt)],
          ['secretEnds', secretEnds && listOf([secretEnds.on, say(`actors.${secretEnds.actor}`)])],
        ]),
      ],
    },
    { title: say('groups.scopes'), lines: account.scopes.map((value) => ({ value })) },
    {
      title: say('groups.servers'),
      lines: account.servers.map(({ service: which, server, loginName, by }) => ({
        label: find('window', `details.${which}`),
        value: say('values.server', {
          host: server.host,
          port: server.port,
          security: say(`security.${server.security}`),
          by: say(`by.${by ?? 'token'}`),
          name: loginName,
        }),
      })),
    },
    { title: say('groups.watch'), lines: account.watch ? watchLines(account.watch, telling) : [] },
    {
      title: say('groups.history'),
      lines: [
        ...account.history.map(({ state, cause, services, from, until }) => ({
          label: say('values.from', { from: at(from), until: at(until) }),
          value: listOf([
            say(`seen.${state}`),
            ...(cause ? [find('problems', `${cause}.title`)] : []),
            ...Object.entries(services).map(([name, verdict]) => `${service(name)} ${say(`verdicts.${verdict}`)}`),
          ]),
        })),
        ...states.map((state) => ({
          label: say('labels.days', { state: say(`seen.${state}`) }),
          value: days.flatMap((each) => (each.state === state ? [each.day] : [])).join(' '),
        })),
      ],
    },
    endingGroup(account.endings, telling),
  ];
}
