import type { Schemas } from '../../api/types.ts';

/** Files in, and what became of them. */
export const imports = {
  title: 'Files in',
  handIn: 'Hand in a file',
  file: 'CSV or workbook (.xlsx); a statement also XML or zip',
  send: 'Send',
  files: 'Files',
  none: 'No file has come in yet.',
  lines: 'Lines',
  line: 'Line',
  column: 'Column',
  show: 'Show',
  told: 'What is said of it: {{kind}}',
  nothingTold: 'Every line was read as it is written.',
  refusalsFile: 'Refused lines as a table',
  results: {
    accepted: 'Taken in',
    changed: 'Changed',
    unchanged: 'Unchanged',
    refused: 'Refused',
  } satisfies Record<Schemas['ImportLine']['result'], string>,
  states: {
    waiting: 'Waits',
    running: 'Under way',
    done: 'Done',
    failed: 'Not read',
  } satisfies Record<Schemas['Import']['state'], string>,
};
