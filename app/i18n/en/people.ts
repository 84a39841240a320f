import { icu } from "./icu.ts";

/** Second factors, passkeys, proving again who one is, the team of a campaign, and the freeze. */
export default {
  passkey: {
    signIn: "Sign in with a passkey",
    use: "Use a passkey",
    add: "Add a passkey",
    failed: "The passkey was not used. Try again, or take another way",
    known: "This device has a passkey for you already",
  },

  second: {
    summary: "Not done yet",
    otherwise: "Sign out",
    choose: {
      title: "A second factor",
      must: "You may take people’s names and addresses out of here, or decide who may. So a code by e-mail is not enough: whoever reads your mail would have everybody’s. Set up one of these now; it takes a minute, and you use it each time you sign in.",
      may: "Besides the code by e-mail, something that only you have. Once set up, you use it each time you sign in.",
      app: "An app on your phone",
      appText:
        "An authenticator app shows six digits that change every half minute. Any of them will do: the one in your password manager, on your phone, or a free one from its store.",
      begin: "Set up an app",
      another: "Set up another app in its place",
      passkey: "A passkey",
      passkeyText:
        "Your phone, computer or security key signs you in with your finger, face or PIN. Needs JavaScript.",
    },
    app: {
      title: "Set up the app",
      scan: "Read this picture with your authenticator app.",
      picture: "The secret for your authenticator app as a picture",
      byHand: "No camera? Type this secret into the app (time-based, six digits):",
      open: "On this very phone? Open it in the app",
      code: "Then type the six digits that the app shows",
      codeHint: "They change every 30 seconds.",
      confirm: "Switch it on",
      again: "Begin again with a new secret",
    },
    ask: {
      title: "The second step",
      text: "Your e-mail is right. Now the six digits that your authenticator app shows.",
      textPasskey: "Your e-mail is right. Now your passkey, or a recovery code.",
      code: "Code of the app",
      codeHint: "Six digits. Each code works once. A recovery code works here too.",
      recoveryCode: "Recovery code",
      recoveryHint: "Four times four letters and digits, as you wrote them down.",
      enter: "Go on",
      lost: "Phone and recovery codes lost? Whoever runs this site can take your second factor off.",
    },
    codes: {
      title: "It is switched on",
      text: "Write these ten recovery codes down, on paper or in a password manager. Each opens the second step once, should your phone be lost. They are shown this once and never again.",
      kept: "From now on it is asked for each time you sign in. The recovery codes you have still work.",
      list: "Recovery codes",
      how: "We keep no copy that could be read. New ones can be made on your account’s page.",
      go: "I have written them down",
      goOn: "Go on",
    },
    problems: {
      missing: "Type the code",
      wrong: "This code is not right, or it was used already. Wait for the next one and type it",
      "app-wrong":
        "This is not the code that belongs to the secret. Look whether the phone’s clock is right, and type the newest one",
      locked:
        "Ten codes were wrong. No code of the app is looked at for a while; a recovery code or a passkey works",
      over: "This took too long, or five codes were wrong. Begin again",
      passkey: "The passkey was not accepted. Try again, or take another way",
      unreadable: "The form could not be read. Please send it again from this page",
    } as Record<string, string>,
  },

  account: {
    link: "Your account",
    title: "Your account",
    text: (name: string, email: string) =>
      `${name}, ${email}. A code to this address is the first step of every sign-in.`,
    factors: "Second factor",
    factorsText: "What you use besides the code by e-mail. A passkey alone signs you in, too.",
    noFactor: "None is set up. Your rights ask for none, but nothing protects your access better.",
    factorMissing: "None is set up. Your rights ask for one: set it up now.",
    app: "Authenticator app",
    notSetUp: "Not set up",
    setUp: "Set up",
    replace: "Set up another",
    takeOff: "Take off",
    passkey: "Passkey",
    passkeyNamed: (device: string) => `Passkey of ${device}`,
    addPasskey: "Add a passkey",
    since: (time: string) => `since ${time}`,
    used: (time: string) => `last used ${time}`,
    codes: "Recovery codes",
    codesLeft: (left: number) =>
      icu(
        "{left, plural, =0 {None is left: make new ones} one {One is left: make new ones} other {# are left}}",
        { left },
      ),
    newCodes: "Make new ones",
    newCodesText:
      "These are in force from now on; those you had before open nothing. They are shown this once.",
    sessions: "Where you are signed in",
    sessionsText: "A session ends after 30 minutes without use, and after 12 hours in all.",
    unknownDevice: "Unknown device",
    sessionTimes: (began: string, seen: string) => `since ${began}, last seen ${seen}`,
    by: { totp: "with the app", passkey: "with a passkey", recovery: "with a recovery code" } as Record<
      string,
      string
    >,
    thisOne: "this one",
    end: "End it",
    endOthers: "End all others",
    browsers: "Browsers you have signed in with",
    browsersText:
      "If strangers ask for too many codes with your address, these browsers still get one. A browser is forgotten 180 days after your last sign-in there. Forget one that is not yours.",
    noBrowsers: "None yet. The next one you sign in with is remembered.",
    browserTimes: (first: string, last: string) => `first on ${first}, last on ${last}`,
    forget: "Forget it",
    done: {
      ended: "It is ended.",
      removed: "It is taken off.",
      forgotten: "The browser is forgotten.",
    } as Record<string, string>,
    refused: {
      last: "This is your only second factor, and your rights ask for one. Set up another before you take it off.",
      "no-factor": "Set up an app or a passkey before.",
      unreadable: "The form could not be read. Please send it again from this page.",
    } as Record<string, string>,
  },

  proof: {
    title: "Is it you?",
    what: {
      export: "Before people’s data leaves, prove once more who you are.",
      erase: "Before somebody’s data is erased, prove once more who you are.",
      send: "Before mail goes to many, prove once more who you are.",
      petition: "Before people sign another text, confirm it’s you.",
      team: "Before somebody’s rights change, prove once more who you are.",
      unfreeze: "Before the freeze is lifted, prove once more who you are.",
      bulk: "Before many names are changed at once, prove once more who you are.",
      close: "Before the campaign is closed, prove once more who you are.",
      token: "Before a program may act for you, prove once more who you are.",
      sender: "Before the sender of mails changes, prove once more who you are.",
      security: "Before your ways to sign in change, prove once more who you are.",
    } as Record<string, string>,
    summary: "That was not it",
    code: { app: "Code of your app", recovery: "Recovery code", mailed: "Code" },
    hint: {
      app: "Six digits from your authenticator app, or a recovery code.",
      recovery: "One of your recovery codes, where the passkey is not at hand.",
      mailed: "Six digits from the message we sent you.",
    },
    mailed: "A message with six digits is on its way to you.",
    mailedDelayed: "Emails are delayed today: the message with six digits comes once we can send again.",
    go: "Go on",
    mail: "Send me a code by e-mail",
    mailAgain: "Send a new code",
    howLong: "It holds for five minutes, for this alone. What you asked for is kept and done then.",
    until: (time: string) => `Again from ${time}.`,
    problems: {
      missing: "Type the code",
      wrong:
        "This code is not right, was used already, or is too old. Wait for the next one, or ask for a new one",
      locked:
        "Ten codes were wrong: no code of the app is looked at for a while. A recovery code or a passkey works.",
      passkey: "The passkey was not accepted. Try again, or take another way",
      "too-many": "You get at most 5 codes an hour and 10 a day while you are signed in.",
      "not-by-mail": "You have a second factor, or need one: a code by e-mail is not enough.",
      gone: "You are no organizer any more.",
    } as Record<string, string>,
  },

  /** Before a file with people in it leaves. */
  fetch: {
    meta: "Fetch a file · Undersigned",
    title: "Confirmed: it is you",
    text: "The file holds people’s data and leaves the site with you. For five minutes nobody asks again.",
    button: {
      list: "Fetch the list",
      rows: "Fetch the rows",
      log: "Fetch the log",
      pack: "Fetch the pack",
      annex: "Fetch the annex",
    },
    back: "Back to where it is",
  },
};
