// Hands a text to the browser to be saved as a file. Works without a network and without a server.

export function saveFile(name: string, type: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // Safari reads the blob only after the click has been handled.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
