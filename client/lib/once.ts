// A form that is sent once at a time. Called by forms whose sending makes something new.

/** The submit handler for `send`; it is deaf until `send` is done, so that a double click makes one thing and not two. */
export function once<E extends { preventDefault(): void }>(
  send: (event: E) => Promise<unknown>,
): (event: E) => Promise<void> {
  let busy = false
  return async (event) => {
    event.preventDefault()
    if (busy) return
    busy = true
    try {
      await send(event)
    } finally {
      busy = false
    }
  }
}
