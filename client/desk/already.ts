// What another desk has done a moment before this one: the command was refused because its effect is there. Pure. Called by desk.svelte.ts.
import type { Command } from '../../shared/session/commands.ts'
import type { Snapshot } from '../../shared/wire.ts'

/** True where `now` shows what the command was sent for; `then` is what the desk saw as it sent it. */
export function isDone(command: Command, then: Snapshot, now: Snapshot): boolean {
  const moved = now.now?.since !== then.now?.since
  switch (command.kind) {
    case 'open':
      return moved && now.now?.activity === command.activity
    case 'step':
      return moved && now.now?.activity === then.now?.activity && now.now?.step === command.to
    case 'back':
    case 'reveal':
      return moved && now.now?.activity === then.now?.activity
    case 'pollOpen':
      return now.poll?.state === 'open' && now.poll.id !== openPoll(then)
    case 'pollClose':
      return now.poll?.state === 'closed' && now.poll.id === openPoll(then)
    case 'publish':
      return now.poll?.published === true && !then.poll?.published && now.poll.id === then.poll?.id
    case 'pause':
      return now.clock !== undefined && 'left' in now.clock
    case 'resume':
      return now.clock !== undefined && 'endsAt' in now.clock
    case 'askThumbs':
      return (now.thumbs !== undefined) === command.on
    case 'end':
      return now.ended !== undefined
    default:
      return false
  }
}

function openPoll({ poll }: Snapshot): string | undefined {
  return poll?.state === 'open' ? poll.id : undefined
}
