import { serve } from './app/serve.ts'
import { loadConfig } from './config/config.ts'

try {
  await serve(loadConfig(process.env))
} catch (error) {
  // Nothing runs yet: the reason is for the person at the keyboard, without a stack.
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}
