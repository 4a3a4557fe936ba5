import { notifyDone, notifyError } from './notify';

/** Copies a text; also where the pages come by plain HTTP, and browsers have no clipboard for scripts. */
export async function copyText(text: string, what: string): Promise<void> {
  try {
    if (navigator.clipboard === undefined) {
      copyBySelection(text);
    } else {
      await navigator.clipboard.writeText(text);
    }
    notifyDone(`Copied ${what}.`);
  } catch (error) {
    notifyError(error);
  }
}

/** Offers a file to be saved. */
export function download(name: string, content: BlobPart, type: string): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

function copyBySelection(text: string): void {
  const area = document.createElement('textarea');
  area.value = text;
  area.style.position = 'fixed';
  area.style.opacity = '0';
  document.body.append(area);
  area.select();
  const isDone = document.execCommand('copy');
  area.remove();
  if (!isDone) {
    throw new Error('The browser does not let pages copy.');
  }
}
