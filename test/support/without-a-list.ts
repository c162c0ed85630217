/** Numbers of the contract behind which no list stands, each with the reason: a pattern of what it is called. */
export const WITHOUT_A_LIST: readonly (readonly [RegExp, string])[] = [
  [/^readContactFigures /, 'held against their lists in test/api/promises.test.ts'],
  [
    /^list\w+ (items|toConfirm|proposed)\[\]\.(?!(openSteps|linesTotal|linesDone|accepted|refused|unchanged|changed)$)/,
    'a property of one row',
  ],
  [/^list\w+ (count|sumFen)$/, 'of the list that it stands beside: compared wherever a list is read'],
  [
    /^listBelatedFacts (figures|calendarChanges)\[\]/,
    'figures twice, each with its list; what moved them is this list',
  ],
  [/shown\.\d$/, 'the rate as it is shown: from numerator and denominator'],
  [/(from|to)WorkingDays$/, 'where a line of a table begins and ends'],
  [
    /^readStepTimes .*WorkingDays$|^readStepTimes yearBefore/,
    'a median; the steps behind it are those that were closed',
  ],
  [/^readMainFigures difference/, 'from the two numbers beside it'],
  [/^readMonthSheet promisedWorkingDays$/, 'the promise of the law'],
  [
    /^readOperations (outboxWaiting|deadLetters)$/,
    'messages, not transfers; what was given up is a task of its workflow',
  ],
  [/^readOperations (outboxOldest|backupAge)Seconds$/, 'how long ago'],
  [
    /^readOperations (violations|findings\[\]\.count)$/,
    'the checker’s, each with examples; the runbook says what to do',
  ],
  [/^(readUpkeep|askForRepair) /, 'how machines fare: no case and no person stands behind it'],
  [/^listCoreBatches waiting$/, 'what the next batch takes; the batch is its list'],
  [/^list\w+ unready\[\]\.why\./, 'why a paper cannot be printed: a refusal, and no count'],
  [
    /^listPlatformDifferences sides\[\]/,
    'the platform’s count beside ours; where the two differ is the list below them',
  ],
  [/^previewAbsence /, 'what would be; its rows stand beside it, and a test compares them'],
  [/^read(Clock|Procedures) |^check|^listInterestRates |^(read|change)Office /, 'no count'],
];
