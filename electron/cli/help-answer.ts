// What `postkey --help` prints: the commands, the options and the exit codes, each line from the words. Pure.
import { type CommandName, commandNames } from './read-command.ts';

export type SayHelp = (key: string) => string;

const options = ['practice', 'address', 'preset', 'case', 'lang', 'nameServer', 'help', 'version'] as const;

/** Usage first, what it does below; lines fit a usual terminal. */
export function helpText(about: CommandName | null, say: SayHelp): string {
  const told = (name: CommandName): string => `  ${say(`usage.${name}`)}\n      ${say(`help.commands.${name}`)}`;
  if (about === 'check') return `${told(about)}\n\n${say('help.exitCodes')}\n${say('help.exitCodesOfCheck')}\n`;
  if (about !== null) return `${told(about)}\n`;
  const optionWidth = Math.max(...options.map((name) => say(`help.options.${name}.write`).length)) + 2;
  return [
    say('help.window'),
    '',
    say('help.commandsTitle'),
    ...commandNames.map((name) => told(name)),
    '',
    say('help.optionsTitle'),
    ...options.map(
      (name) => `  ${say(`help.options.${name}.write`).padEnd(optionWidth)}${say(`help.options.${name}.does`)}`,
    ),
    '',
    say('help.exitCodes'),
    say('help.exitCodesOfCheck'),
    '',
  ].join('\n');
}
