import type { Mood } from '../domain/understanding.ts'
import { ABUSIVE, ANGRY, NO_WORRY, SELF_ABUSE, WORRIED } from './lexica/moods.ts'
import { LAW, NO_PERSON, PERSON } from './lexica/wishes.ts'

/** The shopper's feeling, the strongest that shows. `normalised` is lower case and simplified. */
export function detectMood(normalised: string): Mood {
  const atOthers = normalised.replace(SELF_ABUSE, ' ')
  if (hears(ABUSIVE, atOthers)) return 'abusive'
  if (hears(ANGRY, atOthers)) return 'angry'
  return hears(WORRIED, normalised.replace(NO_WORRY, ' ')) ? 'worried' : 'calm'
}

/** Whether a court, an authority or a lawyer is named as the next step. */
export function threatensLaw(normalised: string): boolean {
  return hears(LAW, normalised)
}

/** Whether the shopper asks for a person outright. The matcher hears the roundabout ways. */
export function wantsPerson(normalised: string): boolean {
  return hears(PERSON, normalised) && !hears(NO_PERSON, normalised)
}

function hears(words: readonly RegExp[], text: string): boolean {
  return words.some((pattern) => pattern.test(text))
}
