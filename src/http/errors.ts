import type { ErrorRequestHandler } from 'express'
import { AppError, ERROR_CODES, type ErrorCode } from '../domain/errors.ts'
import type { Log } from '../ports/world.ts'
import { toProblemView } from '../protocol/editing-views.ts'
import type { ErrorBody } from '../protocol/http.ts'

/** Every failure of a request ends here: an `AppError` as itself, anything else as `internal`, logged with its cause. */
export function handleErrors(log: Log): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    if (response.headersSent) {
      next(error)
      return
    }
    const { code, body } = toBody(error)
    if (code === 'internal') log.error({ method: request.method, path: request.path, error }, 'a request failed')
    if (body.retryAfter !== undefined) response.setHeader('retry-after', String(body.retryAfter))
    response.status(ERROR_CODES[code].status).json(body)
  }
}

function toBody(error: unknown): { code: ErrorCode; body: ErrorBody } {
  if (error instanceof AppError) {
    const { code, message, retryAfter, problems } = error
    return {
      code,
      body: {
        code,
        message,
        ...(retryAfter !== undefined && { retryAfter }),
        ...(problems && { problems: problems.map(toProblemView) }),
      },
    }
  }
  const status = (error as { status?: unknown } | undefined)?.status
  // express.json and multer report a bad or oversized body with a status of their own.
  const code: ErrorCode = typeof status === 'number' && status >= 400 && status < 500 ? 'invalid_input' : 'internal'
  return { code, body: { code, message: ERROR_CODES[code].message } }
}
