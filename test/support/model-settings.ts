/** How long the model is played, and which walks: `npm run model` sets both and draws new walks; a run of all tests repeats its own. */
export const modelSettings = {
  seconds: Number(process.env['MODEL_SECONDS'] ?? 12),
  seed: Number(process.env['MODEL_SEED'] ?? 3),
};
