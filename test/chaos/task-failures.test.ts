import { expect, test } from 'vitest';
import { isFailure } from '../../chaos/upgrade/task-failures.ts';

// By the numbers of temporal.api.enums.v1.WorkflowTaskFailedCause.
const NON_DETERMINISTIC_ERROR = 24;
const WORKER_UNHANDLED_FAILURE = 14;
const UNHANDLED_COMMAND = 1;
const failedWith = (cause: number) => ({ workflowTaskFailedEventAttributes: { cause } });

test('a task that the run could not do is a failure', () => {
  expect(isFailure(failedWith(NON_DETERMINISTIC_ERROR))).toBe(true);
  expect(isFailure(failedWith(WORKER_UNHANDLED_FAILURE))).toBe(true);
  expect(isFailure({ workflowTaskFailedEventAttributes: {} })).toBe(true);
});

test('a task that Temporal gave once more, because a message came as the run ended, is none', () => {
  expect(isFailure(failedWith(UNHANDLED_COMMAND))).toBe(false);
  expect(isFailure({ workflowTaskFailedEventAttributes: null })).toBe(false);
  expect(isFailure({})).toBe(false);
});
