import type { Language } from "../translation.ts";
import accessibility from "./accessibility.ts";
import annexes from "./annexes.ts";
import archive from "./archive.ts";
import caseWords from "./case.ts";
import coFile from "./co-file.ts";
import common from "./common.ts";
import embed from "./embed.ts";
import errors from "./errors.ts";
import { tag } from "./icu.ts";
import letter from "./letter.ts";
import letterMail from "./letter-mail.ts";
import letterPapers from "./letter-papers.ts";
import letterProblems from "./letter-problems.ts";
import lettersPublic from "./letters-public.ts";
import mail from "./mail.ts";
import names from "./names.ts";
import personal from "./personal.ts";
import pledge from "./pledge.ts";
import pledgeMail from "./pledge-mail.ts";
import pledgeSummary from "./pledge-summary.ts";
import privacy from "./privacy.ts";
import reminderMail from "./reminder-mail.ts";
import sign from "./sign.ts";
import template from "./template.ts";
import totals from "./totals.ts";
import transparency from "./transparency.ts";
import unsubscribe from "./unsubscribe.ts";

/** Spanish for the Americas, with usted (docs/decisions/0022-languages.md). */
export default {
  language: { name: "Español", tag, direction: "ltr" },
  accessibility,
  annexes,
  common,
  archive,
  case: caseWords,
  sign,
  names,
  personal,
  privacy,
  embed,
  errors,
  mail,
  unsubscribe,
  pledge,
  pledgeSummary,
  pledgeMail,
  reminderMail,
  template,
  totals,
  letter,
  coFile,
  letterMail,
  letterPapers,
  letterProblems,
  lettersPublic,
  transparency,
} satisfies Language;
