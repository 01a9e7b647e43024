// Hands a text to the system's share sheet as a file, where there is one. Browsers let only some sorts of files through; plain text is one.

export function mayShare(): boolean {
  return 'canShare' in navigator && navigator.canShare({ files: [fileOf('wayside.txt', '')] });
}

/** From a tap only. False: it was not handed over; the person thought better of it, or the system refused. */
export async function shareFile(name: string, text: string): Promise<boolean> {
  try {
    await navigator.share({ files: [fileOf(name, text)] });
    return true;
  } catch {
    return false; // nothing has happened, and the person who closed the sheet knows it
  }
}

function fileOf(name: string, text: string): File {
  return new File([text], name, { type: 'text/plain' });
}
