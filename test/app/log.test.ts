import { expect, it } from 'vitest'
import { createLog } from '../../src/app/log.ts'
import { maskPersonal } from '../../src/domain/mask-personal.ts'

function write(fields: object): string {
  const lines: string[] = []
  createLog('info', { write: (line: string) => void lines.push(line) }).error(fields, 'it failed')
  return lines.join('')
}

it.each([
  ['电话 13857120416', '电话 138****0416'],
  ['138-5712-0416', '138****0416'],
  ['0571-88157012', '***'],
  ['lin.xiaoyu+shop@mail.example.com', '***@***'],
  ['330106199003078812', '***'],
  ['寄到杭州市余杭区良渚街道文二西路 12 号3幢2单元501', '***'],
  ['Authorization: Bearer abc.def', 'Authorization: Bearer ***'],
  ['postgres://shop:hunter2@db:5432/x', 'postgres://shop:***@db:5432/x'],
  [`/console/invite/${'a1B2-'.repeat(9)}`, '/console/invite/***'],
])('masks %s', (text, masked) => {
  expect(maskPersonal(text)).toBe(masked)
})

it.each([
  '3f0b2c1e-8a47-4c7e-9a35-0d5be1c2f9a1',
  'XM202611180037',
  'GET /customers/{id}/orders: orders.3.total: Invalid input',
  'at Object.<anonymous> (/app/dist/http/app.js:10:13)',
  '1764313200000',
])('leaves %s as it is', (text) => {
  expect(maskPersonal(text)).toBe(text)
})

it('writes nothing of a person, wherever in an error it stands', () => {
  const cause = Object.assign(new Error('duplicate key'), { detail: 'Key (phone)=(13857120416) already exists.' })
  const error = new Error('could not store lin@example.com', { cause })

  const line = write({ error, customer: { phones: ['13857120416'] }, conversationId: 'c-1' })

  expect(line).not.toMatch(/13857120416|lin@example/)
  expect(JSON.parse(line)).toMatchObject({
    msg: 'it failed',
    conversationId: 'c-1',
    customer: { phones: ['138****0416'] },
    error: { message: 'could not store ***@***', stack: expect.stringContaining('log.test.ts') },
  })
})

it('comes to an end with what refers to itself', () => {
  const ring: Record<string, unknown> = { name: 'ring' }
  ring['self'] = ring

  expect(write({ ring })).toContain('"name":"ring"')
})
