/** How long the model is played, and which walks: `npm run model` sets both. */
export const modelSettings = {
  seconds: Number(process.env['MODEL_SECONDS'] ?? 12),
  seed: Number(process.env['MODEL_SEED'] ?? Math.floor(Math.random() * 2 ** 31)),
};
