/** XML files, in whichever encoding they say they are. */

const ENCODING = /^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([\w.-]+)["']/;

/** The file's text. */
export async function readXml(file) {
  const bytes = await file.arrayBuffer();
  return decoder(bytes).decode(bytes);
}

function decoder(bytes) {
  const [first, second] = new Uint8Array(bytes, 0, Math.min(2, bytes.byteLength));
  if (first === 0xfe && second === 0xff) {
    return new TextDecoder('utf-16be');
  }
  if (first === 0xff && second === 0xfe) {
    return new TextDecoder('utf-16le');
  }
  const start = new TextDecoder('latin1').decode(bytes.slice(0, 200));
  try {
    return new TextDecoder(start.replace(/^ï»¿/, '').match(ENCODING)?.[1] ?? 'utf-8');
  } catch {
    return new TextDecoder();
  }
}
