// Initials encrypted for the device that keeps them, and for nobody else: AES-GCM with a key that it made and cannot give away. All are of
// one length, and each is bound to its sign-up: put beside another it does not open.

const cipher = 'AES-GCM';

/** Whole letters fit in: three with their marks are 36 bytes at most. */
const length = 48;
const nonceLength = 12;

export async function makeInitialsKey(): Promise<CryptoKey> {
  return crypto.subtle.generateKey({ name: cipher, length: 256 }, KeyMayBe.onlyUsed, ['encrypt', 'decrypt']);
}

/** WebCrypto's `extractable`, named. */
const KeyMayBe = { onlyUsed: false };

/** `nonce`: 12 random bytes, never used before. The answer begins with them. Throws when the browser will not use the key. */
export async function closeInitials(
  key: CryptoKey,
  { signUp, initials, nonce }: { readonly signUp: string; readonly initials: string; readonly nonce: Uint8Array<ArrayBuffer> },
): Promise<Uint8Array<ArrayBuffer>> {
  const plain = new Uint8Array(length);
  new TextEncoder().encodeInto(initials, plain);
  const closed = await crypto.subtle.encrypt(boundTo(signUp, nonce), key, plain);
  plain.fill(0);
  return new Uint8Array([...nonce, ...new Uint8Array(closed)]);
}

/** null: of another key or another sign-up, or changed. */
export async function openInitials(key: CryptoKey, signUp: string, box: Uint8Array<ArrayBuffer>): Promise<string | null> {
  try {
    const plain = await crypto.subtle.decrypt(boundTo(signUp, box.slice(0, nonceLength)), key, box.slice(nonceLength));
    return new TextDecoder().decode(plain).replace(/\0+$/, '');
  } catch {
    return null; // what cannot be opened is not shown
  }
}

function boundTo(signUp: string, nonce: Uint8Array<ArrayBuffer>): AesGcmParams {
  return { name: cipher, iv: nonce, additionalData: new TextEncoder().encode(signUp) };
}
