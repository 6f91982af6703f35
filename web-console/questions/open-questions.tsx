import { useEffect, useState } from 'react'
import { request } from '../net/http.ts'
import { useTexts } from '../texts/use-texts.ts'

const COUNT = 'xiaoer:questions-counted'
const EVERY = 60_000

/** After something was settled. */
export function countAnew(): void {
  window.dispatchEvent(new Event(COUNT))
}

interface Count {
  readonly open: number
  readonly more: boolean
}

/** How many questions wait, beside the way to them. */
export function OpenQuestions() {
  const { questions } = useTexts()
  const [count, setCount] = useState<Count>()
  useEffect(() => {
    // A count that cannot be read is left out: the page itself says what is wrong.
    const ask = () => void request<Count>('GET', '/api/v1/questions/count').then(setCount, () => undefined)
    ask()
    const timer = setInterval(ask, EVERY)
    window.addEventListener(COUNT, ask)
    return () => {
      clearInterval(timer)
      window.removeEventListener(COUNT, ask)
    }
  }, [])
  if (!count || count.open === 0) return null
  return (
    <span className="count" title={questions.open(count.open, count.more)}>
      {count.open > 99 ? '99+' : count.open}
    </span>
  )
}
