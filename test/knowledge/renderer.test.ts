import { describe, expect, it } from 'vitest'
import { compile, createRenderer } from '../../src/knowledge/renderer.ts'

const FACTS = { 'shop.cutoff': '16:00', 'shop.name': '小店', 'product.stock': 0, 'desk.open': false, clock: '09:00' }
const { render } = createRenderer('zh')
const say = (template: string) => render(template, FACTS, 'zh')

describe('a template', () => {
  it('is filled with facts, and tells those that it used', () => {
    expect(say(' {{ shop.cutoff }} 前，现在 {{ clock }} ')).toEqual({
      text: '16:00 前，现在 09:00',
      used: { 'shop.cutoff': '16:00', clock: '09:00' },
    })
  })

  it("speaks the reader's language, else the shop's", () => {
    expect(render({ zh: '你好', en: 'Hi' }, FACTS, 'en')).toMatchObject({ text: 'Hi' })
    expect(render({ zh: '你好' }, FACTS, 'en')).toMatchObject({ text: '你好' })
  })

  it.each([
    ['{{ order.number }}', 'order.number'],
    ['{{ shop.cutoff }} {{ shop.phone }}', 'shop.phone'],
    ['{% if order.status == "paid" %}好{% endif %}', 'order.status'],
    ['{{ "单号" | append: parcel.number }}', 'parcel.number'],
    ['{% if desk.open %}{{ parcel.eta }}{% endif %}好', 'parcel.eta'],
  ])('%s is not filled but names what is missing', (template, missing) => {
    expect(say(template)).toEqual({ missing })
  })

  it('takes zero and false for facts, not for missing ones', () => {
    expect(say('{{ product.stock }} {{ desk.open }}')).toEqual({
      text: '0 false',
      used: { 'product.stock': '0', 'desk.open': 'false' },
    })
    expect(say('{% if desk.open %}在{% else %}不在{% endif %}')).toMatchObject({ text: '不在' })
  })

  it('is text, and nothing in it or in a fact is escaped or run', () => {
    const facts = { 'customer.name': '<b>{{ shop.cutoff }}</b> & "我"' }

    expect(render('<i>{{ customer.name }}</i>', facts, 'zh')).toEqual({
      text: '<i><b>{{ shop.cutoff }}</b> & "我"</i>',
      used: { 'customer.name': '<b>{{ shop.cutoff }}</b> & "我"' },
    })
  })

  it.each([
    '{{ shop.constructor }}',
    '{{ shop.__proto__ }}',
    '{{ shop.cutoff.constructor }}',
    '{{ shop.cutoff.length }}',
    '{{ shop["__proto__"]["toString"] }}',
  ])('%s reaches nothing beyond the facts', (template) => {
    expect(say(template)).toEqual({ missing: expect.any(String) })
  })

  it.each(['{{ constructor }}', '{{ __proto__ }}', '{{ toString }}', '{{ hasOwnProperty }}'])(
    '%s does not reach what every object has',
    (template) => {
      expect(() => say(template)).toThrow('undefined variable')
    },
  )

  it.each(["{% render 'package.json' %}", "{% include 'package.json' %}", "{% layout 'package.json' %}"])(
    '%s reads no file',
    (template) => {
      expect(() => say(template)).toThrow('ENOENT')
    },
  )

  it.each([
    ['a loop without end', '{% for i in (1..100000000) %}x{% endfor %}', 'limit exceeded'],
    [
      'loops in loops',
      `${'{% for i in (1..1000) %}'.repeat(4)}{{ shop.cutoff }}${'{% endfor %}'.repeat(4)}`,
      'limit exceeded',
    ],
    ['more text than any reply has', `${'很长'.repeat(10_001)}`, 'limit exceeded'],
  ])('is stopped at %s', (_what, template, message) => {
    expect(() => say(template)).toThrow(message)
  })
})

describe('the facts of a template', () => {
  it.each([
    ['{{ shop.cutoff }} {{ shop.cutoff }}', ['shop.cutoff']],
    ['{{ shop["cutoff"] }}', ['shop.cutoff']],
    ['{% if a.b and c %}{{ d.e | append: f }}{% endif %}', ['a.b', 'c', 'd.e', 'f']],
    ['{% assign n = "x" %}{{ n }}', []],
    ['{% for i in (1..3) %}{{ i }}{% endfor %}', []],
    ['{% raw %}{{ x }}{% endraw %}', []],
    ['没有事实', []],
  ])('%s are %j', (template, facts) => {
    expect(compile(template).facts.toSorted()).toEqual(facts)
  })
})
