// Hands a text to the system's share sheet as a file, where there is one. Browsers let only some sorts of files through; plain text is one.

export function mayShare(): boolean {
  return 'canShare' in navigator && navigator.canShare({ files: [fileOf('wayside.txt', '')] });
}

/** From a tap only. 'closed': the person thought better of it, and knows so. 'refused': the system did not open its sheet, or not for this. */
export async function shareFile(name: string, text: string): Promise<'shared' | 'closed' | 'refused'> {
  try {
    await navigator.share({ files: [fileOf(name, text)] });
    return 'shared';
  } catch (error) {
    return error instanceof DOMException && error.name === 'AbortError' ? 'closed' : 'refused';
  }
}

function fileOf(name: string, text: string): File {
  return new File([text], name, { type: 'text/plain' });
}
