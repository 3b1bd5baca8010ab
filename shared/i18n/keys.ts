// The keys of our own messages, as a type: a face that asks for a text nobody wrote does not compile.
import type admin from './admin.fr.json'
import type common from './common.fr.json'
import type desk from './desk.fr.json'
import type home from './home.fr.json'
import type phone from './phone.fr.json'
import type report from './report.fr.json'
import type tour from './tour.fr.json'
import type wall from './wall.fr.json'

/** Keys of each face, the common ones included. */
export interface FaceKeys {
  home: keyof typeof common | keyof typeof home
  phone: keyof typeof common | keyof typeof phone
  desk: keyof typeof common | keyof typeof desk
  wall: keyof typeof common | keyof typeof wall
  report: keyof typeof common | keyof typeof report
  tour: keyof typeof common | keyof typeof tour
  admin: keyof typeof common | keyof typeof admin
}

/** Every key that some face has. */
export type MessageKey = FaceKeys[keyof FaceKeys]
