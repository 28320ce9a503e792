/** SHA-256 of bytes, in hex. */
export async function sha256Of(bytes: Uint8Array | Blob): Promise<string> {
  const buffer = bytes instanceof Blob ? await bytes.arrayBuffer() : (bytes.slice().buffer as ArrayBuffer);
  const digest = await crypto.subtle.digest('SHA-256', buffer);
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
