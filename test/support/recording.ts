/** Asked for by hand, when a new path through the procedure is to be recorded: `RECORD_HISTORIES=1 npx vitest run test/workflows`. */
export const isRecordingHistories = (): boolean => Boolean(process.env['RECORD_HISTORIES']);
