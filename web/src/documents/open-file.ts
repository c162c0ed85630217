/** Shows a PDF beside the page; whoever forbids windows gets it as a file. */
export function showPdf(bytes: Blob, name: string): void {
  const address = URL.createObjectURL(bytes);
  if (window.open(address, '_blank') === null) {
    const link = document.createElement('a');
    link.href = address;
    link.download = `${name}.pdf`;
    link.click();
  }
  // The window has read it by then.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

export const fileAddress = (documentId: string): string => `/documents/${documentId}/file`;

/** A paper that is kept: from where it is kept. */
export function showDocument(documentId: string): void {
  window.open(fileAddress(documentId), '_blank', 'noopener');
}
