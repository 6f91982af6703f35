import { type RequestHandler, Router } from 'express'
import multer from 'multer'
import { findSignedIn } from '../actions/agents/sign-in.ts'
import { requireUnblocked } from '../domain/block.ts'
import { AppError } from '../domain/errors.ts'
import { limitByAddress } from './limits.ts'
import { readSecret } from './session.ts'
import type { HttpWorld } from './world.ts'

const MAX_BYTES = 5 * 1024 * 1024
const UPLOADS = { points: 30, seconds: 60 }

/** The first bytes of each kind of picture that is taken, by file ending. */
const KINDS = [
  {
    extension: 'jpg',
    type: 'image/jpeg',
    starts: (b: Buffer) => b.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff])),
  },
  {
    extension: 'png',
    type: 'image/png',
    starts: (b: Buffer) => b.subarray(0, 8).toString('latin1') === '\x89PNG\r\n\x1a\n',
  },
  {
    extension: 'gif',
    type: 'image/gif',
    starts: (b: Buffer) => /^GIF8[79]a$/.test(b.subarray(0, 6).toString('latin1')),
  },
  {
    extension: 'webp',
    type: 'image/webp',
    starts: (b: Buffer) =>
      b.subarray(0, 4).toString('latin1') === 'RIFF' && b.subarray(8, 12).toString('latin1') === 'WEBP',
  },
] as const

/** Taking pictures in. What a file claims to be does not count; its first bytes do. */
export function uploadRoutes(world: HttpWorld): Router {
  const router = Router()
  const upload = multer({ storage: multer.memoryStorage(), limits: { fileSize: MAX_BYTES, files: 1 } }).single('file')

  router.options('/uploads', allowAnyPage, (_request, response) => {
    response.sendStatus(204)
  })
  router.post(
    '/uploads',
    allowAnyPage,
    limitByAddress(UPLOADS),
    requireSomebody(world),
    receive(upload),
    async (request, response) => {
      const bytes = request.file?.buffer
      const kind = bytes && KINDS.find((one) => one.starts(bytes))
      if (!kind) throw new AppError('upload_refused')

      const name = await world.pictures.save(bytes, kind.extension)
      response.json({ url: `/uploads/${name}` })
    },
  )
  return router
}

/** Handing pictures out, in a way that no browser takes them for anything else. */
export function servePicture({ pictures }: HttpWorld): RequestHandler {
  return async (request, response) => {
    const name = String(request.params['name'])
    const kind = KINDS.find((one) => name.endsWith(`.${one.extension}`))
    const bytes = kind && (await pictures.find(name))
    if (!bytes) throw new AppError('not_found')

    response.setHeader('content-security-policy', "default-src 'none'; sandbox")
    response.setHeader('cross-origin-resource-policy', 'cross-origin')
    response.setHeader('cache-control', 'public, max-age=31536000, immutable')
    response.type(kind.type).send(bytes)
  }
}

/** The widget uploads from the shop's own pages; it authorises itself by its token, never by a cookie. */
const allowAnyPage: RequestHandler = (_request, response, next) => {
  response.setHeader('access-control-allow-origin', '*')
  response.setHeader('access-control-allow-headers', 'authorization, content-type, x-xiaoer-csrf')
  response.setHeader('access-control-allow-methods', 'POST')
  next()
}

function receive(upload: RequestHandler): RequestHandler {
  return (request, response, next) => {
    upload(request, response, (error: unknown) =>
      next(error ? new AppError('upload_refused', { cause: error }) : undefined),
    )
  }
}

function requireSomebody({ deps }: HttpWorld): RequestHandler {
  return async (request, _response, next) => {
    const token = /^Bearer (.+)$/.exec(request.get('authorization') ?? '')?.[1]
    const visitor = token === undefined ? undefined : await deps.tokens.verifyVisitor(token)
    const secret = readSecret(request)
    const agent = secret === undefined ? undefined : await findSignedIn(deps, secret)
    if (visitor === undefined && !agent) throw new AppError('not_signed_in')
    const customer = visitor === undefined || agent ? undefined : await deps.storage.customers.find(visitor)
    if (customer) requireUnblocked(customer, deps.clock.now())
    next()
  }
}
