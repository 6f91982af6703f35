import { Button, Input } from 'antd'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { useTexts } from '../../texts/use-texts.ts'

/** Words to try on 小二; the answer is given, and explained, on the page for that. */
export function TryBox() {
  const { first } = useTexts().figures
  const [said, setSaid] = useState('')
  const [, navigate] = useLocation()
  const go = () =>
    navigate(said.trim() ? `/knowledge/try?${new URLSearchParams({ say: said.trim() })}` : '/knowledge/try')
  return (
    <form
      className="try-box"
      onSubmit={(event) => {
        event.preventDefault()
        go()
      }}
    >
      <h2>{first.tryTitle}</h2>
      <div>
        <Input
          value={said}
          maxLength={500}
          aria-label={first.tryTitle}
          placeholder={first.tryPlaceholder}
          onChange={(event) => setSaid(event.target.value)}
        />
        <Button type="primary" htmlType="submit">
          {first.tryGo}
        </Button>
      </div>
      <small>{first.tryHint}</small>
    </form>
  )
}
