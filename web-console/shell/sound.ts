let audio: AudioContext | undefined

/** Two soft notes; made here, so that no file has to be fetched. */
export function ring(): void {
  audio ??= new AudioContext()
  const start = audio.currentTime
  for (const [index, pitch] of [659, 880].entries()) {
    const note = audio.createOscillator()
    const volume = audio.createGain()
    const at = start + index * 0.13
    note.frequency.value = pitch
    volume.gain.setValueAtTime(0, at)
    volume.gain.linearRampToValueAtTime(0.12, at + 0.02)
    volume.gain.exponentialRampToValueAtTime(0.001, at + 0.3)
    note.connect(volume).connect(audio.destination)
    note.start(at)
    note.stop(at + 0.32)
  }
}
