import type { Alert } from '../live/alerts.ts'

/** Hertz, and when it begins in seconds. */
type Note = readonly [pitch: number, at: number]

interface Tune {
  readonly wave: OscillatorType
  readonly notes: readonly Note[]
  /** How long a note rings on. */
  readonly length: number
  /** The harsher the wave, the softer. */
  readonly loudness: number
}

/** Told apart with closed eyes: by how many notes, whether they rise or fall, and what they sound like. */
const TUNES: Readonly<Record<Alert, Tune>> = {
  message: { wave: 'sine', notes: rising(659, 880), length: 0.3, loudness: 0.2 },
  offer: {
    wave: 'triangle',
    notes: [...rising(523, 659, 784), [523, 0.6], [659, 0.73], [784, 0.86]],
    length: 0.28,
    loudness: 0.24,
  },
  queue: { wave: 'sine', notes: [[440, 0]], length: 0.5, loudness: 0.22 },
  whisper: {
    wave: 'sine',
    notes: [
      [1319, 0],
      [1175, 0.09],
      [988, 0.18],
    ],
    length: 0.16,
    loudness: 0.14,
  },
  promise: {
    wave: 'square',
    notes: [
      [740, 0],
      [740, 0.2],
      [740, 0.4],
    ],
    length: 0.14,
    loudness: 0.07,
  },
  todo: {
    wave: 'triangle',
    notes: [
      [1047, 0],
      [1047, 0.35],
    ],
    length: 0.6,
    loudness: 0.2,
  },
  knowledge: {
    wave: 'sawtooth',
    notes: [
      [330, 0],
      [247, 0.22],
    ],
    length: 0.35,
    loudness: 0.06,
  },
}

function rising(...pitches: readonly number[]): readonly Note[] {
  return pitches.map((pitch, index) => [pitch, index * 0.13] as const)
}

let audio: AudioContext | undefined

/** Made here, so that no file has to be fetched. `volume` is 0 to 100. */
export function ring(alert: Alert, volume: number): void {
  if (volume <= 0) return

  audio ??= new AudioContext()
  // Browsers hold sound back until somebody has clicked into the page.
  if (audio.state === 'suspended') void audio.resume()
  const { wave, notes, length, loudness } = TUNES[alert]
  const peak = (loudness * volume) / 60
  for (const [pitch, at] of notes) play(audio, { wave, pitch, peak, length, start: audio.currentTime + at })
}

interface Sounding {
  readonly wave: OscillatorType
  readonly pitch: number
  readonly peak: number
  readonly length: number
  readonly start: number
}

function play(context: AudioContext, { wave, pitch, peak, length, start }: Sounding): void {
  const note = context.createOscillator()
  const volume = context.createGain()
  note.type = wave
  note.frequency.value = pitch
  volume.gain.setValueAtTime(0, start)
  volume.gain.linearRampToValueAtTime(peak, start + 0.02)
  volume.gain.exponentialRampToValueAtTime(0.001, start + length)
  note.connect(volume).connect(context.destination)
  note.start(start)
  note.stop(start + length + 0.02)
}
