// How many ideas each person adds in a round: the 3 of 6-3-5 (Rohrbach 1969). Called by the phone's face.

export const IDEAS = 3
