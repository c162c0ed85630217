/** What the readers of files say of a cell, a row or a file, by its code: the words for it are the console's, in the language of who reads. */
export const IMPORT_CODES = [
  'accountNotOurs', 'amount', 'amountChanged', 'amountDiffers', 'amountZero', 'answeredAfterReturn', 'areaCode', 'areaUnknown',
  'balanceDiffers', 'balanceUnread', 'birthDate', 'brokenText', 'caseExists', 'category', 'cellCount', 'channel', 'character',
  'characters', 'checkDigit', 'closedBeforeAccepted', 'closedWithoutBoth', 'codeUnknown', 'codeWritten', 'columnMissing',
  'columnTwice', 'columnUnknown', 'contradicts', 'controlCharacter', 'count', 'currency', 'cut', 'damaged', 'date', 'dateOrder',
  'dateWritten', 'dayOfStatement', 'debit', 'detailsDiffer', 'direction', 'doctype', 'earlierUnreadable', 'emptyFile',
  'endDateMissing', 'endDateOdd', 'endedBeforeLast', 'entriesElsewhere', 'entriesMissing', 'form', 'formula', 'formulas', 'future', 'idWritten', 'intraday',
  'layoutUnknown', 'legacyId', 'length', 'letterConcluded', 'letterDateMissing', 'letterOrder', 'letterUnknown', 'likelyDouble',
  'macro', 'marksLeftOut', 'mayBeCut', 'merged', 'missing', 'name', 'narrowColumn', 'needsConfirmation', 'noEntries', 'noReference',
  'noStatement', 'notBooked', 'notStored', 'notText', 'numberWritten', 'officeName', 'otherSheets', 'password', 'phoneMissing',
  'phoneNoSms', 'picture', 'progress', 'quote', 'reasonCode', 'referenceReused', 'referencesRepeat', 'remark', 'repeated', 'returnConcluded',
  'returnIncomplete', 'reversal', 'rowsAboveHeader', 'scientific', 'severalSheets', 'sexDiffers', 'spreadsheet', 'spreadsheetError',
  'statementGap', 'statementOverlap', 'textChanged', 'textContradicts', 'time', 'timeLeftOut', 'timeWritten', 'tooLarge', 'truncated',
  'unsupportedMessage', 'utf16', 'versionUnknown', 'waybill', 'waybillMissing', 'waybillRepeated', 'xml', 'zip', 'zipInZip',
  'before1950', 'baseOfFixedAmount', 'baseZero', 'amountWithoutBase', 'creditedAbovePaid', 'crossesYear', 'month', 'monthOrder', 
  'nature', 'nothingPaid', 'overlap', 'paidBefore', 'paidOnMissing', 'paidWithoutMonths', 'paper', 'paperIssuer', 'receiptExceeds',
  'receiptOtherForm', 'receiptPart', 'receiptTwice', 'receiptUnknown', 'receiptChanged', 'receiptNumber',
] as const; // prettier-ignore
export type ImportCode = (typeof IMPORT_CODES)[number];
