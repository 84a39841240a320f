import { type Locale, words } from "#app/i18n/index.ts";

/**
 * Words forbidden on every page, email and document of the pledge flow in any form, even negated (Rules
 * 14a-1(l), 14a-2(b)(1) and 14a-9): a pledge is not a proxy, nobody votes for anybody, nothing is paid, no
 * advice is given.
 */
const forbidden: Record<string, RegExp> = {
  authorise: /\b(un)?authori[sz](e|es|ed|ing|ation|ations)\b/i,
  appoint: /\b(re)?appoint\w*/i,
  assign: /\b(re)?assign\w*/i,
  grant: /\bgrant(s|ed|ing|or|ee)?\b/i,
  delegate: /\bdelegat\w*/i,
  empower: /\bempower\w*/i,
  "power of attorney": /\bpowers? of attorney\b|\battorney-in-fact\b/i,
  "give a proxy":
    /\b(giv(e|es|ing|en)|gave|send(s|ing)? in|sign(s|ed|ing)? over|hand(s|ed|ing)? over)\s+(\w+\s+){0,3}prox(y|ies)\b/i,
  "as your proxy": /\b(as|be|become) (your|my|their|a|our) prox(y|ies)\b/i,
  "will be voted":
    /\b(shares?|votes?|holdings?|stock)\s+(will|shall|is going to|are going to)\s+be\s+(voted|cast)\b/i,
  "we vote": /\bwe(’ll|'ll| will| shall| can(?! ?not)| may)? (vote|cast)\b(?! ?(intention|by))/i,
  "on your behalf": /\bon (your|their|my) behalf\b/i,
  "instruct us": /\binstruct(s|ed|ing)? (us|the campaign)\b/i,
  money:
    /\b(reward|rewards|rewarded|gift cards?|cash prize|prizes?|bonus|bounty|bounties|we pay you|be paid for|compensat\w+|reimburs\w+)\b/i,
  advice:
    /\b(you should|we (recommend|advise|suggest) (that )?you|consider) (buy|buying|sell|selling|hold on to|acquire)\b|\bgood investment\b/i,
  "sum of people":
    /\b(combine|combined|combining|pool|pooled|pooling|aggregate|aggregated|aggregating|group together)\b[^.]{0,40}\b(shares|holdings)\b/i,
  autorizar: /\b(des)?autoriz\w*/i,
  designar:
    /\b((?<!lead-filer )design[aeo]\w*|nombr(ar?|amos|ado|ada|amiento) (a|como)|apoderad\w*|deleg[aou]\w*)/i,
  "otorgar poder":
    /\b(otorg\w*|conced\w*|dar|da|cede\w*|ceder)\s+(\w+\s+){0,3}(poder|poderes|representaci[óo]n)\b/i,
  "se votarán": /\b(sus|tus|las) acciones ser[áa]n votadas\b|\bvotaremos\b|\bvotamos por (usted|ti)\b/i,
  recompensa: /\b(recompensa\w*|premio\w*|pago por)\b/i,
};

/** Finds a text's forbidden words, each with what is around it. */
export function forbiddenIn(text: string): string[] {
  const plain = text.normalize("NFKC").replace(/[\s\u00ad]+/g, " ");
  return Object.entries(forbidden).flatMap(([name, pattern]) => {
    const found = pattern.exec(plain);
    return found ? [`${name}: …${plain.slice(Math.max(0, found.index - 40), found.index + 60)}…`] : [];
  });
}

/** Returns missing disclosures and, on a fund holder's path, what only others should read. */
export function missingIn(text: string, locale: Locale, company: string, fund = false): string[] {
  const plain = flat(text);
  const { disclosures } = words(locale).pledge;
  const notices = disclosures(company, fund);
  const missing = notices.filter((line) => !plain.includes(flat(line)));
  const others = disclosures(company, !fund).filter((line) => !notices.includes(line));
  return [
    ...missing,
    ...others.filter((line) => plain.includes(flat(line))).map((line) => `not here: ${line}`),
  ];
}

const flat = (text: string) => text.replace(/\s+/g, " ").trim();

/** Returns what a page says to its readers: no tags, no scripts, entities read. */
export function textOfPage(html: string): string {
  return html
    .replace(/<(script|style)\b[^>]*>[\s\S]*?<\/\1>/gi, " ")
    .replace(/<head\b[\s\S]*?<\/head>/i, " ")
    .replace(/<(br|p|li|h\d|div|td|th|tr|label|option|dt|dd|summary|legend)\b[^>]*>/gi, " ")
    .replace(/<[^>]*>/g, "")
    .replace(/&#(x?)([0-9a-f]+);/gi, (_all, hex, code) =>
      String.fromCodePoint(Number.parseInt(code, hex ? 16 : 10)),
    )
    .replace(/&(amp|lt|gt|quot|nbsp);/g, (_all, name) => entities[name as keyof typeof entities]);
}

const entities = { amp: "&", lt: "<", gt: ">", quot: '"', nbsp: "\u00a0" };

const unwanted =
  /control|account|acct|log.?in|user.?name|pass.?(word|code|phrase)|\bpin\b|\bssn\b|social.?sec|tax.?id|birth|bday|\bdob\b|employer|company.?name|card|\bcc-|routing|iban|custod|one-time|otp|(broker|dtc|client|customer|member).{0,12}(id\b|no\b|number)|n[uú]mero de (cuenta|control|tarjeta|seguro)|cuenta|contrase|nacimiento|empleador/i;

/** Types of controls without text. */
const closed = /^(hidden|radio|checkbox|submit|button|reset|date|month)$/i;

/** Returns the text fields of a page that ask, by name, label, hint or autocomplete, for forbidden data. */
export function unwantedFieldsIn(html: string): string[] {
  const fields = [...html.matchAll(/<(input|textarea)\b([^>]*)>/gi)];
  return fields.flatMap(([, tag = "", attributes = ""]) => {
    const of = (name: string) => new RegExp(`\\b${name}="([^"]*)"`, "i").exec(attributes)?.[1] ?? "";
    const type = of("type");
    if (tag.toLowerCase() === "input" && closed.test(type)) return [];
    if (/^password$/i.test(type)) return [`${of("name")}: type password`];
    const label =
      new RegExp(`<label[^>]*\\bfor="${of("id")}"[^>]*>([\\s\\S]*?)</label>`, "i").exec(html)?.[1] ?? "";
    const values = [of("name"), of("id"), of("autocomplete"), of("placeholder"), textOfPage(label)];
    const bad = values.filter((text) => unwanted.test(text));
    return bad.length > 0 ? [`${of("name")}: ${bad.join(", ")}`] : [];
  });
}
