export default {
  askTitle: "Unsubscribe from updates",
  ask: (title: string) => `You get email updates from the campaign “${title}”. Unsubscribe to stop them.`,
  button: "Unsubscribe",
  nothingElse:
    "Nothing else changes: your signature or pledge stays, and you still get emails about it. You need no password.",
  test: "This link came with a test of an update. The button changes nothing.",

  doneTitle: "You’re unsubscribed",
  done: "You get no more updates from this campaign. One that is already on its way may still arrive.",
  doneElse: "Nothing else changed. Your signature or pledge stays.",
  again: "Changed your mind, or want to see your data?",
  toManage: "Get a link to my page",

  notices: {
    title: "Stop emails about new petition texts",
    ask: (title: string) =>
      `We email signers when the petition of “${title}” changes its meaning. Press the button to stop these emails.`,
    nothingElse:
      "Nothing else changes: your signature stays with the text you signed. Updates have their own unsubscribe link.",
    doneTitle: "You’re unsubscribed from new texts",
    done: "You get no more emails about new texts of this petition. Your signature stays with the text you signed.",
  },
};
