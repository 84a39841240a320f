/** Names that tools which send to lists fill in, for brackets that also have other uses. */
const named =
  "(?:(?:first|last|full|given|family|middle)[ _-]?names?|[fl]name|name|nombres?|apellidos?|e-?mail|correo|merge[ _-]?field)";

/**
 * Merge fields as other tools write them: Liquid, Handlebars and ActionKit `{{…}}` and `{%…%}`, Mailchimp
 * `*|…|*`, CiviCRM, MailerLite and Engaging Networks `{…}`, Salesforce and AWeber `{!…}`, Salsa and Constant
 * Contact `[[…]]`, Emma `[% … %]`, Adobe `<%…%>`, Brevo `%…%`, Mailgun `%recipient.…%`, Dotdigital `@…@`,
 * Responsys `$…$`, Word `«…»`, Campaign Monitor `[…]`, SendGrid `-name-`.
 */
const fields = [
  /\{\{[^{}\n]{0,100}\}\}/,
  /\{%[^%{}\n]{0,100}%\}/,
  /\*\|[^|\n]{1,100}\|\*/,
  /[$#]?\{(?: ?[\p{L}$_.#~]|![\p{L}$])[^{}\n]{0,100}\}/u,
  /\[\[[^[\]\n]{1,100}\]\]/,
  /\[%[^%[\]\n]{1,100}%\]/,
  /<%[^<>\n]{1,100}%>/,
  /%recipient\.[\w.]{1,60}%/i,
  /([@$])(?:first|last|full)[_ ]?name\1/i,
  /%%?(?!(?:[\dA-F]{2}|[\dA-F]{2}[^%\s]{0,40}%[\dA-F]{2}))[\p{Lu}_][\p{Lu}_.0-9]{1,40}%%?/u,
  new RegExp(`%%?${named}%%?`, "i"),
  new RegExp(`\\[ ?${named} ?(?:[,|:][^\\[\\]\\n]{0,60})?\\](?!\\()`, "i"),
  new RegExp(`\\{ ?${named}(?![\\p{L}\\p{N}])`, "iu"),
  new RegExp(`(?:<<|«) ?${named} ?(?:>>|»)`, "i"),
  new RegExp(`(?<![\\p{L}\\p{N}])-${named}-(?![\\p{L}\\p{N}])`, "iu"),
];

/** Returns the first merge field of another tool in a text, which nothing here fills in; else null. */
export function findMergeField(text: string): string | null {
  const found = fields.flatMap((field) => {
    const match = field.exec(text);
    return match ? [match] : [];
  });
  found.sort((one, other) => one.index - other.index);
  return found[0]?.[0] ?? null;
}
