import { type RequestHandler, Router } from 'express'
import multer from 'multer'
import { requireSecondStep } from '../actions/agents/second-factor.ts'
import { findSignedIn } from '../actions/agents/sessions.ts'
import { requireUnblocked } from '../domain/block.ts'
import { AppError } from '../domain/errors.ts'
import { cleanPicture } from '../domain/pictures/clean-picture.ts'
import { toFileName } from '../domain/upload.ts'
import type { Uploaded } from '../protocol/http.ts'
import { limitByAddress } from './limits.ts'
import { readSecret } from './session.ts'
import { fileType, pictureType, type Sniffed, sniff } from './sniff.ts'
import type { HttpWorld } from './world.ts'

/** Bytes. A picture is shown, a file is fetched by whoever wants it. */
const MAX_BYTES = { picture: 5 * 1024 * 1024, file: 10 * 1024 * 1024 } as const
const UPLOADS = { points: 30, seconds: 60 }

/** Taking pictures and files in. What a file claims to be does not count; its bytes do. */
export function uploadRoutes(world: HttpWorld): Router {
  const router = Router()
  const upload = multer({
    storage: multer.memoryStorage(),
    limits: { fileSize: MAX_BYTES.file, files: 1 },
    defParamCharset: 'utf8',
  }).single('file')

  router.options('/uploads', allowAnyPage, (_request, response) => {
    response.sendStatus(204)
  })
  router.post(
    '/uploads',
    allowAnyPage,
    limitByAddress(world.limiters.create('uploads', UPLOADS)),
    requireSomebody(world),
    receive(upload),
    async (request, response) => {
      const { buffer: bytes, originalname: given } = request.file ?? {}
      const sniffed = bytes && sniff(bytes, given ?? '')
      if (!sniffed || bytes.length > MAX_BYTES[sniffed.kind]) throw new AppError('upload_refused')

      response.json(await keep(world, bytes, sniffed, given ?? ''))
    },
  )
  return router
}

async function keep({ uploads }: HttpWorld, bytes: Buffer, sniffed: Sniffed, given: string): Promise<Uploaded> {
  if (sniffed.kind === 'picture') {
    const clean = cleanPicture(bytes, sniffed.ending)
    if (!clean) throw new AppError('upload_refused')
    return { url: `/uploads/${await uploads.save(Buffer.from(clean.bytes), sniffed.ending)}` }
  }

  const { ending } = sniffed
  const file = { name: toFileName(given, ending), mime: fileType(ending) }
  return { url: `/uploads/${await uploads.save(bytes, ending, file)}`, ...file, size: bytes.length }
}

/** Handing out what was sent, in a way that no browser takes it for anything else: pictures are shown, files are saved. */
export function serveUpload({ uploads }: HttpWorld): RequestHandler {
  return async (request, response) => {
    const name = String(request.params['name'])
    const picture = pictureType(name)
    const file = picture === undefined ? await uploads.describe(name) : undefined
    const bytes = picture !== undefined || file ? await uploads.find(name) : undefined
    if (!bytes) throw new AppError('not_found')

    response.setHeader('content-security-policy', "default-src 'none'; frame-ancestors 'none'; sandbox")
    response.setHeader('cross-origin-resource-policy', 'cross-origin')
    response.setHeader('cache-control', 'public, max-age=31536000, immutable')
    if (file) response.attachment(file.name)
    response.type(picture ?? file?.mime ?? 'bin').send(bytes)
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

function requireSomebody({ deps, config }: HttpWorld): RequestHandler {
  return async (request, _response, next) => {
    const token = /^Bearer (.+)$/.exec(request.get('authorization') ?? '')?.[1]
    const visitor = token === undefined ? undefined : await deps.tokens.verifyVisitor(token)
    const secret = readSecret(request, config)
    const agent = secret === undefined ? undefined : await findSignedIn(deps, secret)
    if (visitor === undefined && !agent) throw new AppError('not_signed_in')
    if (agent) await requireSecondStep(deps, agent)
    const customer = visitor === undefined || agent ? undefined : await deps.storage.customers.find(visitor)
    if (customer) requireUnblocked(customer, deps.clock.now())
    next()
  }
}
