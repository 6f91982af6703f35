import { type FormEvent, useState } from 'react'
import { thrownText } from '../net/refusal.ts'
import { useTexts } from '../texts/use-texts.ts'

/** One submit at a time; what is wrong is said in words. `check` names what is wrong before the server is asked. */
export function useSubmit(check: () => string, send: () => Promise<void>) {
  const texts = useTexts()
  const [problem, setProblem] = useState('')
  const [busy, setBusy] = useState(false)

  async function submit(): Promise<void> {
    const wrong = check()
    setProblem(wrong)
    if (wrong) return

    setBusy(true)
    try {
      await send()
    } catch (thrown) {
      setProblem(thrownText(texts, thrown))
      setBusy(false)
    }
  }

  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    void submit()
  }
  return { problem, busy, onSubmit }
}
