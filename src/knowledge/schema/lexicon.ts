import { z } from 'zod'
import { FORBIDDEN_ACTIONS } from '../../domain/knowledge.ts'
import { IntentName, Localized, Words } from './words.ts'

const Forbidden = z.strictObject({
  words: z.array(Words).min(1),
  action: z.enum(FORBIDDEN_ACTIONS),
  why: Localized,
})

export const LexiconFile = z.strictObject({
  synonyms: z.array(z.strictObject({ concept: IntentName, words: z.array(Words).min(1) })).default([]),
  out_of_scope: z.array(Words).default([]),
  forbidden: z.array(Forbidden).default([]),
})

export const TestsFile = z.strictObject({
  tests: z.array(z.strictObject({ say: Words, expect: IntentName.exactOptional(), not: IntentName.exactOptional() })),
})
