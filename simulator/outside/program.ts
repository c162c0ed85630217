import { Command } from 'commander';

/** A program of the simulator before its options; a word that is none of them is named and ends it. */
export const program = (name: string): Command =>
  new Command(name).on('command:*', ([word]: string[]) => {
    throw new Error(`unexpected word ${word}`);
  });
