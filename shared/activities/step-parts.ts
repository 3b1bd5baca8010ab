// What a step says of people put together, and of the phone's form. Part of a step (activity.ts).
// Read by the session (groups, view) and by phones.

/** Groups of one step (see session/groups.ts). Steps that name the same set have the same groups. */
export interface GroupSpec {
  set: string
  /** People in a group; what is left over joins others. */
  size?: number
  /** How many groups, instead. */
  count?: number
  /** The set that these are made from: merged two by two, or moved on. */
  from?: string
  /** Rounds that people have moved on since `from`, the first of each group staying as host. */
  rotate?: number
  /** Sheets handed on so many times round the room, one for each person. */
  ring?: number
  /** People choose their group on the phone. */
  choose?: true
  /** All of them look at the board together. */
  plenary?: true
  /** The first of each group is its host. */
  host?: true
  /** What a group writes lies in the place of the same id. */
  zoned?: true
}

export interface Asks {
  /** Places offered, the usual one first; a single one is not asked for. */
  zones?: readonly string[]
  /** A place must be chosen, and none is by itself: where a note without its place says nothing. */
  must?: true
  /** Keys of the fields of the card. */
  fields?: readonly string[]
  /** In a tree: how far a new note lies from the root; its parent is one nearer. */
  order?: number
  /** Said instead of the question of the activity. */
  question?: string
  /** Nothing new: what a phone kept while it was away is still taken in, but no form is shown. */
  nothing?: true
  /** Phones tie notes here, as the layout says which, and move none. */
  ties?: true
  /** What lies in other places stands as it was written. */
  locks?: true
}
