export default {
  /** By code of a form error: what to do. */
  form: {
    unreadable: "The form could not be read. Please send it again",
    "not-text": "This has characters we can’t read. Please type it again",
    "given-twice": "This came twice. Please fill in this form and send it once",
    missing: "Please fill this in",
    "too-many": "Too many forms came from your network. Please wait a few minutes and send this again",
    "too-many-today":
      "Ten entries were already made for this address in the last 24 hours. This one was not stored. Please send it again tomorrow",
    unavailable: "We can’t store anything right now. Please send this again in a minute",
    "company-unknown": "Choose a company from the list",
    "name-missing": "Enter your name",
    "name-one-line": "Write the name on one line",
    "name-long": "Shorten the name to 120 characters",
    "email-missing": "Enter your email address, so that you can confirm",
    "email-one-only": "Enter one email address, without spaces or commas",
    "email-no-at": "Add the @ to the address, like name@example.org",
    "email-no-ending": "Add the end of the address, like name@example.org",
    "email-not-one": "Enter an email address, like name@example.org",
    "country-missing": "Choose your country from the list",
    "postal-code-long": "Shorten the postal code to 16 characters, or leave it empty",
    "postal-code-numbers": "Remove the long number from the postal code. It was not stored",
    "name-letters": "Write the name with letters",
    marks: "Remove the accents stacked on one letter: they hide other lines",
    "name-numbers": "Remove the long number from the name. It was not stored",
    "comment-long": "Shorten the comment to 1,000 characters",
    "comment-numbers":
      "Remove the long number from the comment. We never need card or Social Security numbers",
    "display-unknown": "Choose how you appear",
    "consent-missing": "Check “I’m signing”: without it we cannot keep your signature",
  } as Record<string, string>,

  page: {
    403: {
      title: "Please use the form on our own site",
      text: "The form came from another site, or your browser did not say from where. Nothing was stored or changed. Open the campaign’s page and fill in the form there.",
    },
    404: { title: "Page not found", text: "The address may be incomplete, or the page was moved." },
    405: {
      title: "Please use the form on the page",
      text: "Nothing was stored or changed. Open the campaign’s page and send its form.",
    },
    408: {
      title: "This took too long to arrive",
      text: "Nothing was stored or changed. Go back in your browser: what you typed is still there. Then send it again.",
    },
    410: {
      title: "This petition is closed",
      text: "It takes no more signatures. Confirmed ones stay counted.",
    },
    413: {
      title: "This is too long to send",
      text: "Nothing was stored or changed. Go back in your browser: what you typed is still there. Shorten it and send it again.",
    },
    429: {
      title: "Please wait a few minutes",
      text: "Too many requests came from your network. Nothing was changed. Try again in a few minutes.",
    },
    500: { title: "Something broke on our side", text: "Try again in a minute." },
    503: {
      title: "We’ll be back in a minute",
      text: "Our database is not responding. Nothing is lost. Try again in a minute.",
    },
  },
  /** Too much is being sent at once: this form was not read. */
  busy: "We’re very busy",
  /** While the database does not answer, besides the page above. */
  outage: {
    sent: "Our database is not responding. What you sent may not be stored yet, so we kept it on this page. Send it again in a minute.",
    letter: "Letter",
    sendAgain: "Send it again",
    again: "Try again",
  },
  /** Of every link in an email that opens nothing, for any reason. */
  link: {
    title: "This link doesn’t work",
    text: "It may be incomplete or too old. Or you confirmed another form, and this one was deleted. Nothing was changed. Enter your address: if we hold anything about it, we email you a link to your page.",
  },
  /** Answers to programs, as plain text. */
  plain: {
    failed: "Something broke on our side. Try again in a minute.",
    unavailable: "The database is not responding. Try again in a minute.",
    "other-site": "This request did not come from this site. Nothing was changed.",
    malformed: "This request has an invalid host or address.",
    "wrong-method": "This address does not accept that method. Nothing was changed.",
    "too-large": (kilobytes: number) => `What was sent is larger than ${kilobytes} kB. Nothing was changed.`,
    "file-too-large": (megabytes: number) => `The file is larger than ${megabytes} MB. Nothing was changed.`,
    "too-slow": "This took too long to arrive. Nothing was changed.",
    "no-length": "Send the size of the file in the Content-Length header.",
    "no-file": "There is no such file.",
  },
  home: "Go to the campaign",
};
