export default {
  askTitle: "Stop updates by e-mail",
  ask: (title: string) => `You get updates of the campaign “${title}”. Press the button, and they stop.`,
  button: "Unsubscribe",
  nothingElse:
    "Nothing else changes: what you signed or pledged stands, and mails about it still come. This link can do nothing else and needs no password.",
  test: "This link came with a test of an update. Pressing the button changes nothing.",

  doneTitle: "You are unsubscribed",
  done: "No further update of this campaign is sent to you. One that is on its way at this moment may still arrive.",
  doneElse: "Nothing else has changed. What you signed or pledged stands.",
  again: "Changed your mind, or want to see everything that is held about you?",
  toManage: "Ask for your own page",

  invalidTitle: "This link is not whole",
  invalid:
    "Nothing has changed. Part of the address is missing, or it was altered on the way. Copy the whole address from the mail, or ask for a link to your own page: there you can end the updates too.",
};
