/** How lists of the contract come page by page: each carries the cursor of the next one, or null behind the last. */
export const BY_CURSOR = {
  // Null is left out of the address; without a value the client would ask for a page "0".
  initialPageParam: null,
  pageParamName: 'cursor',
  getNextPageParam: (page: { readonly next: string | null }) => page.next,
};
