/** What the readers of files say of a cell, a row or a file, by its code: the words for it are the console's, in the language of who reads. */
export const IMPORT_CODES = [
  'accountNotOurs', 'accountNumber', 'agencyArea', 'agencyCode', 'agencyKind', 'amount', 'amountChanged', 'amountDiffers',
  'amountZero', 'answeredAfterReturn', 'areaCode', 'areaUnknown', 'arrivalAfterAnswer', 'arrivalAfterList', 'balanceDiffers',
  'balanceUnread', 'birthDate', 'brokenText', 'caseExists', 'category', 'cellCount', 'channel', 'character', 'characters',
  'checkDigit', 'clockMoved', 'closedBeforeAccepted', 'closedWithoutBoth', 'codeUnknown', 'codeWritten', 'columnMissing',
  'columnTwice', 'columnUnknown', 'contradicts', 'controlCharacter', 'count', 'currency', 'cut', 'damaged', 'date',
  'dateOrder', 'dateWritten', 'dayOfStatement', 'debit', 'detailsDiffer', 'direction', 'doctype', 'earlierUnreadable',
  'emptyFile', 'endDateMissing', 'endDateOdd', 'endedBeforeLast', 'endsBeforeItBegins', 'entriesElsewhere', 'entriesMissing',
  'form', 'formula', 'formulas', 'future', 'idWritten', 'intraday', 'layoutUnknown', 'legacyId', 'length', 'letterConcluded',
  'letterDateMissing', 'letterOrder', 'letterUnknown', 'likelyDouble', 'macro', 'marksLeftOut', 'mayBeCut', 'merged',
  'missing', 'name', 'narrowColumn', 'needsConfirmation', 'noEntries', 'noReference', 'noStatement', 'notBooked',
  'notStored', 'notText', 'numberWritten', 'officeName', 'olderList', 'otherSheets', 'password', 'phoneMissing',
  'phoneNoSms', 'picture', 'platformDirection', 'platformOverdue', 'platformStatus', 'progress', 'quote', 'reasonCode',
  'referenceReused', 'referencesRepeat', 'remark', 'repeated', 'returnConcluded', 'returnIncomplete', 'reversal',
  'rowsAboveHeader', 'scientific', 'severalSheets', 'sexDiffers', 'spreadsheet', 'spreadsheetError', 'statementGap',
  'statementOverlap', 'successorCircle', 'successorEndsBefore', 'successorKind', 'successorUnknown', 'successorWithoutEnd',
  'textChanged', 'textContradicts', 'time', 'timeLeftOut', 'timeWritten', 'tooLarge', 'truncated', 'unsupportedMessage',
  'utf16', 'validityOverlaps', 'versionUnknown', 'waybill', 'waybillMissing', 'waybillRepeated', 'xml', 'zip', 'zipInZip',
] as const; // prettier-ignore
export type ImportCode = (typeof IMPORT_CODES)[number];
