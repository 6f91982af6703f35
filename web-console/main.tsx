import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { Root } from './entry/root.tsx'
import './styles/base.css'
import './entry/entry.css'
import { applyTheme } from './shell/use-theme.ts'
import { applyLocale } from './texts/use-texts.ts'

const place = document.getElementById('console')
if (!place) throw new Error('index.html has no place for the console')

applyLocale()
applyTheme()
createRoot(place).render(
  <StrictMode>
    <Root />
  </StrictMode>,
)
