import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ROOT } from '../../src/config/config.ts'
import { loadKnowledge } from '../../src/knowledge/load.ts'
import { loadApart } from '../../src/knowledge/load-apart.ts'
import { createRenderer } from '../../src/knowledge/renderer.ts'
import { GOOD, openFolder } from './shop-folder.ts'

const renderer = createRenderer('zh')

describe('a template that does not come to an end', () => {
  it.each([
    ['a loop over a billion', '{% for i in (1..1000000000) %}x{% endfor %}'],
    [
      'loops within loops',
      '{% for a in (1..900) %}{% for b in (1..900) %}{% for c in (1..900) %}x{% endfor %}{% endfor %}{% endfor %}',
    ],
    ['a text that doubles', `{% assign x = 'xxxxxxxxxx' %}${'{% assign x = x | append: x %}'.repeat(40)}{{ x }}`],
    [
      'a text that grows by what is replaced',
      `{% assign x = 'xxxxxxxxxx' %}${"{% assign x = x | replace: 'x', 'xxxxxxxxxx' %}".repeat(12)}{{ x }}`,
    ],
    ['more than a template may be', 'x'.repeat(30_000)],
  ])('is stopped: %s', (_, template) => {
    expect(() => renderer.render(template, {}, 'zh')).toThrow(/limit/)
  })

  it.each(['{% include "/etc/passwd" %}', '{% render "../../.env" %}', '{% layout "x" %}'])(
    'reads no file: %s',
    (template) => {
      expect(() => renderer.render(template, {}, 'zh')).toThrow()
    },
  )

  it.each([
    '{{ constructor }}',
    '{{ shop.constructor.constructor }}',
    '{{ __proto__.x }}',
    '{{ shop.__proto__ }}',
    '{{ "x".constructor }}',
  ])('finds nothing of the program: %s', (template) => {
    let said = ''
    try {
      said = JSON.stringify(renderer.render(template, { 'shop.name': '小店' }, 'zh'))
    } catch (error) {
      said = String(error)
    }
    expect(said).not.toMatch(/function|native code|\[object/)
  })
})

describe('files that are bombs', () => {
  it('of as many keys as a file may hold are read to the end', async () => {
    // The square of their number would take longer than a test may.
    const keys = Array.from({ length: 90_000 }, (_, n) => `k${n}: 1`)
    await using shop = await openFolder({ ...GOOD, 'faq/bomb.yaml': [...keys, 'k7: 2'].join('\n') })

    const result = await loadKnowledge(shop.path)

    expect(result.ok ? [] : result.problems[0]).toMatchObject({
      place: 'faq/bomb.yaml:90001:1',
      cause: { en: 'a key stands twice in one place' },
    })
  })

  it('do not hold up whoever serves: a thread that does not end is a mistake in the files', async () => {
    const result = await loadApart(join(ROOT, 'intents'), { longest: 1 })

    expect(result).toMatchObject({
      ok: false,
      problems: [{ cause: { en: expect.stringContaining('takes too long') } }],
    })
  })

  it('or not, the thread finds what is found here', async () => {
    await using good = await openFolder(GOOD)
    await using broken = await openFolder({ ...GOOD, 'faq/bomb.yaml': 'intents: [' })

    expect(await loadApart(good.path)).toEqual(await loadKnowledge(good.path))
    expect(await loadApart(broken.path)).toEqual(await loadKnowledge(broken.path))
  })
})
