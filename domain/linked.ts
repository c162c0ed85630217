/** How a transfer goes on from another one of its case that has ended (domain 13.9). */
export const LINKS = ['reopening', 'supplement'] as const;
export type Link = (typeof LINKS)[number];
