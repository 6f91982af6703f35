/** The page's script, served at `/shop.js`: the widget's queue, the demo bar, the stock line, the coupon. */
export const SHOP_JS = `'use strict'
;(() => {
  // Calls made before the widget has loaded wait in Xiaoer.q.
  window.Xiaoer =
    window.Xiaoer ||
    function () {
      ;(window.Xiaoer.q = window.Xiaoer.q || []).push(arguments)
    }

  const PERSON = 'xiaoman-person'
  const COUPON = 'xiaoman-coupon'
  const product = document.body.dataset.product
  if (product) window.Xiaoer('context', { product })

  for (const button of document.querySelectorAll('[data-ask]')) {
    button.addEventListener('click', () => window.Xiaoer('open'))
  }

  const people = [...document.querySelectorAll('[data-person]')]
  const status = document.querySelector('[data-failed]')
  let person = sessionStorage.getItem(PERSON) || ''
  let attempt = 0

  function showPerson() {
    for (const button of people) {
      const chosen = button.dataset.person === person
      button.setAttribute('aria-pressed', String(chosen))
      if (chosen) status.textContent = button.title
    }
  }

  function remember(key) {
    person = key
    if (key) sessionStorage.setItem(PERSON, key)
    else sessionStorage.removeItem(PERSON)
    showPerson()
  }

  // An identity is short-lived, so the name is remembered and every page asks for a fresh one.
  async function fetchIdentity(key) {
    const response = await fetch('/demo/identity/' + encodeURIComponent(key))
    if (!response.ok) throw new Error('demo identity: ' + response.status)
    return (await response.json()).identity
  }

  // Two customers never share one visitor. The widget must have let go of the first before it hears of the second.
  async function leave() {
    await window.Xiaoer('shutdown')
    if (product) window.Xiaoer('context', { product })
  }

  async function browseAs(key) {
    const mine = ++attempt
    status.textContent = ''
    try {
      const identity = key && (await fetchIdentity(key))
      if (mine === attempt && person && person !== key) await leave()
      if (mine !== attempt) return
      if (identity) window.Xiaoer('identify', { identity })
      remember(key)
    } catch {
      if (mine === attempt) status.textContent = status.dataset.failed
    }
  }

  for (const button of people) {
    button.addEventListener('click', () => browseAs(button.dataset.person))
  }
  if (people.some((button) => button.dataset.person === person)) {
    showPerson()
    if (person) browseAs(person)
  } else {
    remember('')
  }

  const form = document.querySelector('[data-variants]')
  if (form) {
    const variants = JSON.parse(form.dataset.variants)
    const output = form.querySelector('output')
    const price = document.querySelector('[data-price]')
    const valueOf = (name) => (form.elements[name] ? new FormData(form).get(name) : '')
    const find = (style, size) => variants.find((variant) => variant.style === style && variant.size === size)

    const markSoldOut = (input, variant) => {
      const soldOut = !variant || variant.level === 'out'
      const chip = input.closest('.chip')
      chip.classList.toggle('sold-out', soldOut)
      chip.querySelector('[data-sold-out]').hidden = !soldOut
    }

    const show = () => {
      const style = valueOf('style')
      const size = valueOf('size')
      const chosen = find(style, size)
      output.textContent = chosen ? chosen.text : form.dataset.notMade
      output.dataset.level = chosen ? chosen.level : 'out'
      if (chosen && price.textContent !== chosen.price) price.textContent = chosen.price
      const sized = form.querySelectorAll('[name=size]')
      for (const input of sized) markSoldOut(input, find(style, input.value))
      for (const input of form.querySelectorAll('[name=style]')) {
        const inStyle = variants.filter((variant) => variant.style === input.value)
        markSoldOut(input, inStyle.find((variant) => variant.level !== 'out'))
      }
    }
    form.addEventListener('change', show)
    form.addEventListener('submit', (event) => event.preventDefault())
    show()
  }

  for (const button of document.querySelectorAll('[data-claim]')) {
    const showClaimed = () => {
      button.textContent = button.dataset.claimed
      button.setAttribute('aria-disabled', 'true')
    }
    if (localStorage.getItem(COUPON)) showClaimed()
    button.addEventListener('click', () => {
      localStorage.setItem(COUPON, '1')
      showClaimed()
    })
  }
})()
`
