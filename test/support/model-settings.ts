/** How long the model is played, and which walks: `npm run model` sets both and draws new walks; a run of all tests repeats its own. */
export const modelSettings = {
  seconds: Number(process.env['MODEL_SECONDS'] ?? 12),
  seed: Number(process.env['MODEL_SEED'] ?? 3),
  /** So many runs of a property; played on purpose, as many as there is time for. */
  bounds: (runs: number) =>
    process.env['MODEL_SECONDS'] === undefined
      ? { numRuns: runs }
      : {
          numRuns: 1_000_000,
          interruptAfterTimeLimit: Number(process.env['MODEL_SECONDS']) * 1000,
          markInterruptAsFailure: false,
        },
};
