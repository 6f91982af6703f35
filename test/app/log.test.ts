import { describe, expect, it } from 'vitest'
import { maskText } from '../../src/domain/mask-text.ts'
import { keepLog } from '../support/kept-log.ts'

describe('what a log writes of people', () => {
  it.each([
    ['电话13812345678，急', '电话138****5678，急'],
    ['打 +86 138-1234-5678', '打 +86****5678'],
    ['call +44 20 7946 0958 now', 'call +44****0958 now'],
    ['call (415) 555-0134', 'call 415****0134'],
    ['write to lin.wei+1@example.com', 'write to l***@example.com'],
    ['postgres://shop:hunter2@db.internal/xiaoer', 'postgres://s***@db.internal/xiaoer'],
    ['0571-88157012', '***'],
    ['330106199003078812', '***'],
    ['Authorization: Bearer abc.def', 'Authorization: Bearer ***'],
    [`/console/invite/${'a1B2-'.repeat(9)}`, '/console/invite/***'],
    ['收货：浙江省杭州市西湖区文三路138号2栋501', '收货：浙江省杭州市****'],
    ['deliver to 221 Baker Street, London', 'deliver to 221 Ba****, London'],
  ])('masks %s', (text, masked) => {
    expect(maskText(text)).toBe(masked)
  })

  it.each([
    ['an id', 'f47ac10b-58cc-4372-a567-138123456789'],
    ['an order', 'XM20261128138123'],
    ['a place in a file', 'faq/shipping.yaml:138:12 这条路走不通'],
    ['an address of a machine', 'http://127.0.0.1:54321/console'],
    ['a version', '0.1.0'],
    ['how often', '3 of 120 messages within 15 seconds'],
  ])('leaves %s as it is', (_, text) => {
    expect(maskText(text)).toBe(text)
  })

  it('masks fields, also deep inside, and hides those that are private by their name', () => {
    const { log, written } = keepLog()

    log.info({ order: { receiver: '林薇', phone: 13_812_345_678, notes: ['打13812345678'] }, seq: 7 }, 'done')
    log.warn({ visitor_token: 'eyJhbGciOi', text: '你好', customerId: 'c-1', gone: undefined }, 'refused')

    expect(written()).toContain('"order":{"receiver":"***","phone":"***","notes":["打138****5678"]},"seq":7')
    expect(written()).toContain('"visitor_token":"***","text":"***","customerId":"c-1"')
  })

  it('masks what an error says, and keeps where it came from', () => {
    const { log, lines, written } = keepLog()
    const cause = new Error('Key (phone)=(13812345678) already exists')

    log.error(
      { error: Object.assign(new Error('mail to lin@example.com failed', { cause }), { code: 'E1' }) },
      'failed',
    )

    expect(lines()[0]).toMatchObject({
      error: { type: 'Error', code: 'E1', message: expect.stringMatching(/l\*\*\*@example\.com/) },
    })
    expect(written()).toContain('log.test.ts')
    expect(written()).not.toMatch(/13812345678|lin@/)
  })
})
