export const exports = {
  button: 'Export',
  title: 'Files to take away',
  ask: 'New file',
  mine: 'My files',
  explain:
    'Each file is kept for three days and given to you alone; every fetching is recorded with its number of rows.',
  none: 'No file has been asked for.',
  file: 'File',
  format: 'Format',
  rows: 'Rows',
  download: 'Fetch',
  asked: 'Being made: to my files',
  publicStatistics: 'Counts for the public, without names',
  byAcceptance: 'Days of acceptance; without days all of them.',
  formats: { xlsx: 'Workbook (.xlsx)', csvUtf8: 'CSV, UTF-8', csvGb18030: 'CSV, GB18030' },
  states: {
    waiting: 'Waiting',
    running: 'Being made',
    done: 'Made',
    failed: 'No file',
    expired: 'Its days are over',
  },
  failures: {
    roleEnded: 'You no longer have the role for it.',
    tooManyRows: 'More rows than a sheet can hold: choose CSV or a shorter period.',
    cannotBeMade: 'It could not be made. Please ask again.',
  },
};
