import { expect, it } from 'vitest'
import type { Uploaded } from '../../src/protocol/http.ts'
import { createAttachments } from '../../web-console/live/attachments.ts'
import { Refusal } from '../../web-console/net/refusal.ts'

/** Attachments whose uploads end when the test says so. */
function open() {
  const ends: { resolve(sent: Uploaded): void; reject(error: Error): void }[] = []
  const attachments = createAttachments(
    (_file, options) =>
      new Promise((resolve, reject) => {
        options.onProgress(0.5)
        ends.push({ resolve, reject })
      }),
  )
  const settled = () => new Promise((resolve) => setTimeout(resolve))
  return { attachments, ends, settled, names: () => attachments.get('c1').map(({ file }) => file.name) }
}

const pdf = (name: string, size = 10) => new File([new Uint8Array(size)], name, { type: 'application/pdf' })

it('uploads at once, and hands out only what is uploaded', async () => {
  const { attachments, ends, settled, names } = open()
  attachments.add('c1', [pdf('a.pdf'), pdf('b.pdf')])
  const halfway = attachments.get('c1').map(({ progress }) => progress)
  ends[1]?.resolve({ url: '/uploads/b.pdf', name: 'b.pdf', size: 10, mime: 'application/pdf' })
  await settled()

  const taken = attachments.take('c1')

  expect(halfway).toEqual([0.5, 0.5])
  expect(taken.map(({ sent }) => sent?.url)).toEqual(['/uploads/b.pdf'])
  expect(names()).toEqual(['a.pdf'])
})

it('says why one failed, and tries it again', async () => {
  const { attachments, ends, settled } = open()
  attachments.add('c1', [pdf('a.pdf')])
  ends[0]?.reject(new Refusal('offline', '', 0))
  await settled()
  const [failed] = attachments.get('c1')

  attachments.retry('c1', failed?.id ?? '')
  ends[1]?.resolve({ url: '/uploads/a.pdf' })
  await settled()

  expect(failed?.failed).toBe('offline')
  expect(attachments.get('c1')).toMatchObject([{ sent: { url: '/uploads/a.pdf' } }])
  expect(attachments.get('c1')[0]?.failed).toBeUndefined()
})

it('asks nobody to take what is too large, and keeps conversations apart', () => {
  const { attachments, ends, names } = open()
  attachments.add('c1', [pdf('big.pdf', 10 * 1024 * 1024 + 1)])
  attachments.add('c2', [pdf('small.pdf')])

  expect(attachments.get('c1')[0]?.failed).toBe('file_too_large')
  expect(ends).toHaveLength(1)
  attachments.remove('c1', attachments.get('c1')[0]?.id ?? '')
  expect(names()).toEqual([])
  expect(attachments.get('c2')).toHaveLength(1)
})
