import type { zhAccount } from './zh-account.ts'

/** The words of one's own account in English. */
export const enAccount: typeof zhAccount = {
  account: {
    passwordTitle: 'Password',
    current: 'Your password now',
    next: 'New password',
    again: 'New password again',
    change: 'Change password',
    changed: 'The password is changed. Every other browser is signed out.',
    stepTitle: 'Two-step verification',
    stepOff:
      'Off. Once it is on, signing in takes six digits from your phone besides the password: whoever learns the password still cannot get in.',
    stepOn: (when, left) => `On since ${when}. ${left} recovery codes are left.`,
    owedTitle: 'First, two-step verification',
    owed: 'The shop demands two-step verification of your account. Set it up, and the desk opens.',
    begin: 'Set up two-step verification',
    passwordFirst: 'First your password, to be sure that it is you',
    go: 'Next',
    scan: 'Scan this with an authenticator on your phone (Google Authenticator, 1Password or any other)',
    qr: 'QR code for an authenticator',
    byHand: 'Cannot scan? Copy this address into the authenticator, or type only the secret',
    code: 'Six digits from the authenticator',
    confirm: 'Verify and turn on',
    codesTitle: 'Keep your recovery codes',
    codesText:
      'Without your phone, one of these stands in for one code, and is used up. They are shown this once: write them down, or keep them in a password manager.',
    codesSaved: 'I have kept them',
    end: 'Turn off two-step verification',
    endText: 'Your password and a code (or a recovery code) turn it off',
    ended: 'Two-step verification is off',
    everywhereTitle: 'Every sign-in',
    everywhereText:
      'Left signed in on somebody else’s computer, or afraid that somebody has used the account? Sign out everywhere, here too.',
    everywhere: 'Sign out everywhere',
    everywhereSure: 'Sign out everywhere?',
    cancel: 'Cancel',
  },
  access: {
    of: (name) => `Where “${name}” is signed in`,
    open: (count) => (count === 0 ? 'Not signed in' : count === 1 ? 'Signed in once' : `Signed in ${count} times`),
    step: (on) => (on ? 'two-step on' : 'no two-step'),
    stepSince: (when) => `Two-step verification is on since ${when}.`,
    stepOff: 'Two-step verification is off: whoever learns the password can sign in.',
    session: (started, used) => `Signed in ${started}, last used ${used}`,
    none: 'Not signed in anywhere now.',
    mine: 'To sign yourself out everywhere, go to “My account”.',
    end: 'End every sign-in',
    endSure: (name) => `End every sign-in of “${name}”?`,
    endText:
      'They are signed out at once on every computer and phone, and soon their conversations go back to the queue. The account stays open: the password signs in again.',
    ended: (name) => `“${name}” is signed out everywhere`,
    reset: 'Turn off their two-step verification',
    resetSure: (name) => `Turn off two-step verification of “${name}”?`,
    resetText:
      'For somebody who has lost both phone and recovery codes. Be sure that it is they who ask: afterwards the password alone signs in.',
    resetDone: (name) => `Two-step verification of “${name}” is off`,
  },
}
