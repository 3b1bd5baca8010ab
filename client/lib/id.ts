// New identifiers, from the browser's random source; works on plain HTTP too (no secure context needed).
// Called by faces that make notes and by the sockets.

/** 128 random bits as 22 characters of base64url: a note id. */
export function newId(): string {
  const text = btoa(String.fromCharCode(...random()))
  return text.replaceAll('+', '-').replaceAll('/', '_').slice(0, 22)
}

/** 128 random bits as 32 hex digits: the client id of a command or a ballot. */
export function hexId(): string {
  return Array.from(random(), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

function random(): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(16))
}
