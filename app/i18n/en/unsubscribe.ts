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

  notices: {
    title: "Stop mails about new texts",
    ask: (title: string) =>
      `When the petition of the campaign “${title}” changes its meaning, those who signed it are told. Press the button, and you are not told again.`,
    nothingElse:
      "Nothing else changes: your signature stays with the text you signed. Updates, if you agreed to get them, have a link of their own.",
    doneTitle: "You are not told again",
    done: "No further mail about a new text of this petition is sent to you. Your signature stays with the text you signed.",
  },
};
