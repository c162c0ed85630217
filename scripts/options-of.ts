import { CommanderError, type Command, type OptionValues } from 'commander';

/**
 * What commander reads from the words. It shows the help itself; of a wrong word the program says so, and ends as it sees fit.
 * @throws naming the word that is wrong
 */
export function optionsOf<Options extends OptionValues>(command: Command, words: readonly string[]): Options | 'help' {
  command
    .exitOverride()
    .configureOutput({ outputError: () => {} })
    .on('command:*', ([word]: string[]) => {
      throw new Error(`unexpected word ${word}`);
    });
  try {
    return command.parse(words, { from: 'user' }).opts<Options>();
  } catch (error) {
    if (error instanceof CommanderError && error.code === 'commander.helpDisplayed') return 'help';
    throw error;
  }
}
