export default {
  /** By code of a form error: what to do. */
  form: {
    unreadable: "The form could not be read. Please send it again from this page",
    "not-text": "This holds characters that no keyboard types. Please write it again",
    "given-twice": "This came twice. Please fill the form on this page and send it once",
    missing: "Please fill this in",
    "too-many":
      "Many forms came from your network in the last minutes. Please wait a few minutes and send this one again",
    unavailable:
      "We cannot store anything at this moment, and that is our fault. Please send this form again in a minute",
    "name-missing": "Write the name to sign with",
    "name-one-line": "Write the name on one line",
    "name-long": "Shorten the name to 120 characters",
    "email-missing": "Write your e-mail address, so that you can confirm",
    "email-one-only": "Write one e-mail address alone, without spaces or commas",
    "email-no-at": "Add the @ to the address, like name@example.org",
    "email-no-ending": "Add the ending of the address, like name@example.org",
    "email-not-one": "This is not an e-mail address. It looks like name@example.org",
    "country-missing": "Choose your country from the list",
    "postal-code-long": "Shorten the postal code to 16 characters, or leave it out",
    "postal-code-numbers":
      "Take the long number out of the postal code. It is not needed here and was not stored",
    "name-letters": "Write the name with letters",
    marks: "Take out the accents that are piled on one letter: they would hide other lines",
    "name-numbers": "Take the long number out of the name. It is not needed here and was not stored",
    "comment-long": "Shorten the comment to 1,000 characters",
    "comment-numbers":
      "Take the long number out of the comment: card and social security numbers are never needed here",
    "display-unknown": "Choose from the list how you appear",
    "consent-missing": "Tick “I sign …”: without it we cannot keep your signature",
  } as Record<string, string>,

  page: {
    403: {
      title: "Please send this from our own page",
      text: "It came from another site, or your browser did not say from where. So nothing was stored or changed. Open the campaign’s page here, and fill in the form there.",
    },
    404: {
      title: "This page is not here",
      text: "The address may have lost a part on its way, or the page was moved.",
    },
    405: {
      title: "Nothing can be sent to this address",
      text: "Nothing was stored or changed. Open the campaign’s page here, and send its form from there.",
    },
    408: {
      title: "This took too long to arrive",
      text: "Nothing was stored or changed. Go back in your browser: what you typed is still there. Please send it again.",
    },
    410: {
      title: "This petition is closed",
      text: "It takes no more signatures. What was signed is counted.",
    },
    413: {
      title: "This is longer than can be sent",
      text: "Nothing was stored or changed. Go back in your browser: what you typed is still there. Shorten it, and send it again.",
    },
    429: {
      title: "Please wait a few minutes",
      text: "Many requests came from your network in the last minutes. Nothing was changed. Please try again soon.",
    },
    500: {
      title: "Something went wrong here",
      text: "This is our fault and not yours. Nothing you sent was half stored: it was stored whole or not at all. Please try again in a minute.",
    },
    503: {
      title: "We’ll be back in a minute",
      text: "Our database does not answer right now. That is our fault. Nothing is lost: please try again in a minute.",
    },
  },
  /** While the database does not answer, besides the page above. */
  outage: {
    sent: "Our database does not answer right now. That is our fault. What you sent may not be stored yet, so we kept it on this page: please send it again in a minute.",
    letter: "Letter",
    sendAgain: "Send it again",
    again: "Try again",
  },
  /** Of every link in an e-mail that opens nothing, whatever is wrong with it. */
  link: {
    title: "This link does not open anything",
    text: "It may be incomplete or too old, or what it led to was deleted: by you, or because you confirmed another form. Nothing was changed. Write your address: if we hold anything about it, a private link goes there.",
  },
  /** Answers to programs, as plain text. */
  plain: {
    failed: "Something went wrong here. Nothing was half stored. Please try again in a minute.",
    unavailable: "The database does not answer right now. Please try again in a minute.",
    "other-site": "This request did not come from a page of this site, so nothing was changed.",
    malformed: "This request could not be read: its host or its address is not valid.",
    "wrong-method": "Nothing can be done at this address in this way. Nothing was changed.",
    "too-large": (kilobytes: number) => `What was sent is larger than ${kilobytes} kB. Nothing was changed.`,
    "file-too-large": (megabytes: number) => `The file is larger than ${megabytes} MB. Nothing was changed.`,
    "too-slow": "This took too long to arrive. Nothing was changed.",
    "no-length": "Say how long the file is.",
    "no-file": "There is no such file.",
  },
  home: "Go to the campaign",
};
