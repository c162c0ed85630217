/** By which the draft of a note for who takes over is kept. */
export const NOTE = 'handOverNote';
