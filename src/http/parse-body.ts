import type { Request } from 'express'
import type { z } from 'zod'
import { AppError } from '../domain/errors.ts'
import { holdsNul } from '../domain/nul.ts'

/** The request's body, or query, in its type; throws `invalid_input` with the place. */
export function parseBody<T extends z.ZodType>(schema: T, request: Request): z.output<T> {
  return parseInput(schema, request.body ?? {})
}

export function parseInput<T extends z.ZodType>(schema: T, input: unknown): z.output<T> {
  if (holdsNul(input)) throw invalidInput('body: a text holds the character NUL')
  const result = schema.safeParse(input)
  if (result.success) return result.data

  const [issue] = result.error.issues
  throw invalidInput(`${issue?.path.join('.') || 'body'}: ${issue?.message}`)
}

/** The message names the field before its colon. */
export function invalidInput(message: string): AppError {
  return new AppError('invalid_input', { message })
}
