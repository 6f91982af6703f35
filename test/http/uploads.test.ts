import { expect, it } from 'vitest'
import { toBody } from '../../src/actions/conversations/to-body.ts'
import type { Uploaded } from '../../src/protocol/http.ts'
import { CANARY, chunk, laden, PICTURES } from '../support/pictures.ts'
import { startTestApp } from '../support/test-app.ts'
import { makeZip } from '../support/zip.ts'

async function serve() {
  const app = await startTestApp()
  const { url } = await app.app.listen()
  const { visitorToken, conversation } = await app.visitor()
  const upload = async (name: string, content: Uint8Array | string) => {
    const form = new FormData()
    form.set('file', new File([new Uint8Array(Buffer.from(content as string))], name))
    const headers = { authorization: `Bearer ${visitorToken}` }
    const response = await fetch(`${url}/api/v1/uploads`, { method: 'POST', body: form, headers })
    return { status: response.status, sent: (await response.json()) as Uploaded }
  }
  return { app, url, conversation, upload, [Symbol.asyncDispose]: () => app[Symbol.asyncDispose]() }
}

const DOCX = makeZip({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<w/>' })
const XLSX = makeZip({ '[Content_Types].xml': '<Types/>', 'xl/workbook.xml': '<x/>' })

it.each([
  ['发票.pdf', '%PDF-1.7 …', '发票.pdf', 'application/pdf'],
  ['资料.zip', makeZip({ '照片/1.txt': 'a' }), '资料.zip', 'application/zip'],
  ['合同.docx', DOCX, '合同.docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['表.xlsx', XLSX, '表.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['地址.csv', '姓名,电话\n林,138', '地址.csv', 'text/csv'],
  ['说明.TXT', '先开机，再配网', '说明.txt', 'text/plain'],
  ['../../etc/\u202Efdp.pdf', '%PDF-1.4', 'fdp.pdf', 'application/pdf'],
  ['wrong.txt', '%PDF-1.4', 'wrong.txt.pdf', 'application/pdf'],
])('takes %s for what its bytes are, under a safe name', async (name, content, safe, mime) => {
  await using server = await serve()

  const { status, sent } = await server.upload(name, content)

  expect(status).toBe(200)
  expect(sent).toMatchObject({ name: safe, mime, size: Buffer.from(content as string).length })
})

it('takes a table in the encoding of a Chinese Excel', async () => {
  await using server = await serve()
  // 姓名
  const gbk = Buffer.from([0xd0, 0xd5, 0xc3, 0xfb, 0x2c, 0x31])

  expect((await server.upload('a.csv', gbk)).status).toBe(200)
})

it.each([
  ['a program', 'setup.exe', 'MZ\x90\0'],
  ['a program that is called a text', 'a.txt', 'MZ\x90\0\x03'],
  ['a page', 'a.html', '<script>alert(1)</script>'],
  ['a drawing', 'a.svg', '<svg onload=alert(1)>'],
  ['a zip with a program', 'a.zip', makeZip({ 'x/setup.EXE': 'MZ' })],
  ['a zip with a program whose ending hides behind a dot', 'a.zip', makeZip({ 'setup.exe. ': 'MZ' })],
  ['a zip within a zip', 'a.zip', makeZip({ 'b.zip': 'PK' })],
  ['a document with macros', 'a.docx', makeZip({ '[Content_Types].xml': '', 'word/vbaProject.bin': 'x' })],
  ['a zip of another name', 'a.jar', makeZip({ 'A.txt': 'x' })],
  ['half a zip', 'a.zip', makeZip({ 'a.txt': 'x' }).subarray(0, 40)],
  ['an empty text', 'a.txt', ' '],
])('refuses %s', async (_what, name, content) => {
  await using server = await serve()

  const { status, sent } = await server.upload(name, content)

  expect([status, sent]).toEqual([415, expect.objectContaining({ code: 'upload_refused' })])
})

it('takes files of 10 MB and pictures of 5 MB, and nothing larger', async () => {
  await using server = await serve()
  const padded = (head: Buffer, megabytes: number) => Buffer.concat([head, Buffer.alloc(megabytes * 1024 * 1024, 32)])
  const pdf = Buffer.from('%PDF-1.7')
  const large = (megabytes: number) =>
    Buffer.concat([
      PICTURES.png.subarray(0, 33),
      chunk('IDAT', Buffer.alloc(megabytes * 1024 * 1024)),
      PICTURES.png.subarray(33),
    ])

  const sizes = [
    await server.upload('a.pdf', padded(pdf, 9)),
    await server.upload('a.pdf', padded(pdf, 10)),
    await server.upload('a.png', large(4)),
    await server.upload('a.png', large(6)),
  ]

  expect(sizes.map(({ status }) => status)).toEqual([200, 415, 200, 415])
})

it('hands a file out to be saved, never to be shown', async () => {
  await using server = await serve()
  const { sent } = await server.upload('使用说明.pdf', '%PDF-1.7')

  const response = await fetch(server.url + sent.url)

  expect(response.headers.get('content-type')).toBe('application/pdf')
  expect(response.headers.get('x-content-type-options')).toBe('nosniff')
  expect(response.headers.get('content-security-policy')).toContain('sandbox')
  expect(response.headers.get('content-disposition')).toContain(`attachment`)
  expect(decodeURIComponent(response.headers.get('content-disposition') ?? '')).toContain('使用说明.pdf')
  expect((await fetch(`${server.url}${sent.url}.json`)).status).toBe(404)
})

it('says of a file what was uploaded, not what its sender claims', async () => {
  await using server = await serve()
  const { sent } = await server.upload('a.pdf', '%PDF-1.7')
  const { deps } = server.app

  const body = await toBody(deps, { kind: 'file', file: sent.url }, server.conversation.id)

  expect(body).toEqual({ kind: 'file', url: sent.url, name: 'a.pdf', size: 8, mime: 'application/pdf' })
  await expect(toBody(deps, { kind: 'file', file: '/uploads/none.pdf' }, server.conversation.id)).rejects.toMatchObject(
    {
      code: 'not_found',
    },
  )
})

it.each(Object.keys(PICTURES) as (keyof typeof PICTURES)[])(
  'keeps of a picture (%s) only what can be seen',
  async (kind) => {
    await using server = await serve()

    const { status, sent } = await server.upload(`IMG_2026.${kind}`, laden(kind, 6))
    const kept = Buffer.from(await (await fetch(server.url + sent.url)).arrayBuffer())

    expect(status).toBe(200)
    expect(sent.url).toMatch(new RegExp(`^/uploads/[0-9a-f-]{36}\\.${kind}$`))
    expect(kept.length).toBeGreaterThan(50)
    expect(kept.includes(CANARY)).toBe(false)
  },
)

it('refuses a picture that would fill a browser with its pixels', async () => {
  await using server = await serve()
  const bomb = Buffer.from(PICTURES.png)
  bomb.writeUInt32BE(60_000, 16)
  bomb.writeUInt32BE(60_000, 20)

  expect(await server.upload('a.png', bomb)).toMatchObject({ status: 415, sent: { code: 'upload_refused' } })
})
