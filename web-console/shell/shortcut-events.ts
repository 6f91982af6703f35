interface Held {
  readonly ctrl?: true
}

/** Whether Alt, and Ctrl where it is asked for, are held and nothing else; not while an IME composes, nor for a key that is held down. */
export function isAltKey(event: KeyboardEvent, { ctrl }: Held = {}): boolean {
  const held = event.altKey && event.ctrlKey === (ctrl ?? false) && !event.metaKey && !event.shiftKey
  // AltGr says Ctrl and Alt too, and writes letters: it is nobody's shortcut.
  return held && !event.getModifierState('AltGraph') && !event.isComposing && !event.repeat
}

/** A dialog in front has the keyboard to itself; one that was closed may still be in the page. */
export function isDialogOpen(): boolean {
  const dialogs = [...document.querySelectorAll('[aria-modal="true"], dialog[open]')]
  return dialogs.some((dialog) => dialog.checkVisibility())
}
