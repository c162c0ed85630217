import { expect, test } from 'vitest';
import { readingsOf, searchTerm } from '../../../domain/persons/search-terms.ts';

const fieldsOf = (text: string): string[] => readingsOf(text).map(({ field }) => field);

test.each([
  ['110102199912310357', ['idNumber']],
  [' 11010219991231035 7', ['idNumber']],
  ['13900000000', ['mobile']],
  ['139 0000 0000', ['mobile']],
  ['010-66000000', ['mobile', 'letterNo']],
  ['1234567890123', ['waybill', 'statusCode', 'bankSerial']],
  ['RR123456785CN', ['letterNo', 'waybill', 'statusCode', 'bankSerial']],
  ['IN20260100001', ['caseNo', 'letterNo', 'statusCode', 'bankSerial']],
  ['IN20260100001-1-1', ['letterNo', 'bankSerial']],
  ['gxx0w4z8y1mef', ['letterNo', 'statusCode', 'bankSerial']],
  ['样例甲', ['name']],
  ['阿依·古丽', ['name']],
  ['', []],
  ['42', ['caseNoEnd']],
  ['１２３４', ['caseNoEnd', 'idLastFour', 'phoneLastFour', 'bankSerial']],
  ['123x', ['idLastFour', 'bankSerial']],
  ['260500042', ['idNumber', 'caseNoEnd', 'bankSerial']],
  ['BK-2026/77', ['letterNo', 'bankSerial']],
])('“%s” may be %j', (text, fields) => {
  expect(fieldsOf(text)).toEqual(fields);
});

test('a value is given in the form in which it is stored', () => {
  expect(searchTerm('idNumber', '110102991231035')?.value).toMatch(/^11010219991231035[\dX]$/);
  expect(searchTerm('mobile', '+86 139 0000 0000')?.value).toBe('13900000000');
  expect(searchTerm('statusCode', 'gxxo-w4z8 y1mef')?.value).toBe('GXX0W4Z8Y1MEF');
  expect(searchTerm('caseNo', 'in2026 0100001')?.value).toBe('IN20260100001');
});

test('what cannot be the field is no term', () => {
  expect(searchTerm('idNumber', '110102199912310358')).toBeUndefined();
  expect(searchTerm('waybill', '123')).toBeUndefined();
  expect(searchTerm('name', '  ')).toBeUndefined();
});

test('few digits are the running number of a case, more of them its end', () => {
  const endOf = (text: string) => readingsOf(text).find(({ field }) => field === 'caseNoEnd')?.value;
  expect(['7', '42', '042', '500042'].map(endOf)).toEqual(['00007', '00042', '042', '500042']);
});
