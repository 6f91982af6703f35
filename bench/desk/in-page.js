/**
 * What the page measures by itself: from the moment of a key or click (the event's own time) to the end of the first frame
 * that shows something. Runs in the console's page before its own code.
 */
const bench = {
  /** The measurement that goes on. */
  result: undefined,
  longTasks: [],

  isInSight(element) {
    const box = element.getBoundingClientRect()
    const seen = element.checkVisibility({ visibilityProperty: true, opacityProperty: true })
    if (!seen || box.height === 0) return false
    return document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2) !== null
  },

  says(selector, words) {
    return [...document.querySelectorAll(selector)].some(
      (one) => one.textContent.includes(words) && bench.isInSight(one),
    )
  },

  conversation: () => new URLSearchParams(location.search).get('c'),

  /** After a frame has been painted. */
  painted: () =>
    new Promise((resolve) => {
      requestAnimationFrame(() => {
        const channel = new MessageChannel()
        channel.port1.onmessage = () => resolve(performance.now())
        channel.port2.postMessage(0)
      })
    }),

  async until(shown) {
    for (;;) {
      const at = await bench.painted()
      if (shown()) return at
    }
  },

  /** From the next event of this kind to what is shown then. */
  arm(kind, shown) {
    bench.result = new Promise((resolve) => {
      window.addEventListener(kind, ({ timeStamp }) => void bench.until(shown).then((at) => resolve(at - timeStamp)), {
        capture: true,
        once: true,
      })
    })
  },

  armSwitch(kind) {
    const before = bench.conversation()
    bench.arm(kind, () => {
      const id = bench.conversation()
      return id !== null && id !== before && bench.says('[role=log] .bubble', `〔${id}〕`)
    })
  },

  armTyping() {
    const { length } = document.querySelector('.composer textarea').value
    bench.arm('keydown', () => document.querySelector('.composer textarea').value.length > length)
  },

  /** From a moment of the wall clock to the words in the log. */
  armArrival(words) {
    bench.longTasks.length = 0
    bench.result = bench.until(() => bench.says('[role=log] .bubble', words)).then((at) => performance.timeOrigin + at)
  },

  usable() {
    return bench.until(() => [...document.querySelectorAll('.row-open')].some(bench.isInSight))
  },

  /** Up to the very first message, as fast as frames allow; how long each frame took. */
  async scroll(step) {
    const log = document.querySelector('[role=log]')
    const frames = []
    let last = await bench.painted()
    const end = last + 180_000
    while (last < end && !bench.says('[role=log] .bubble', '（第 1 句）')) {
      log.scrollTop -= step
      const at = await bench.painted()
      frames.push(at - last)
      last = at
    }
    return frames
  },
}
window.bench = bench
new PerformanceObserver((list) => {
  for (const { duration } of list.getEntries()) bench.longTasks.push(duration)
}).observe({ type: 'longtask' })
