import accessibility from "./accessibility.ts";
import annexes from "./annexes.ts";
import api from "./api.ts";
import approvals from "./approvals.ts";
import approving from "./approving.ts";
import archive from "./archive.ts";
import audit from "./audit.ts";
import caseWords from "./case.ts";
import closing from "./closing.ts";
import coFile from "./co-file.ts";
import common from "./common.ts";
import dashboard from "./dashboard.ts";
import decisions from "./decisions.ts";
import editing from "./editing.ts";
import embed from "./embed.ts";
import erase from "./erase.ts";
import errors from "./errors.ts";
import exchange from "./exchange.ts";
import failedEmails from "./failed-emails.ts";
import { tag } from "./icu.ts";
import imports from "./imports.ts";
import letter from "./letter.ts";
import letterConsole from "./letter-console.ts";
import letterMail from "./letter-mail.ts";
import letterPapers from "./letter-papers.ts";
import letterProblems from "./letter-problems.ts";
import lettersPublic from "./letters-public.ts";
import mail from "./mail.ts";
import meetings from "./meetings.ts";
import names from "./names.ts";
import organize from "./organize.ts";
import organizerMail from "./organizer-mail.ts";
import packs from "./packs.ts";
import people from "./people.ts";
import personal from "./personal.ts";
import pledge from "./pledge.ts";
import pledgeList from "./pledge-list.ts";
import pledgeMail from "./pledge-mail.ts";
import pledgeSummary from "./pledge-summary.ts";
import privacy from "./privacy.ts";
import reminderMail from "./reminder-mail.ts";
import requests from "./requests.ts";
import review from "./review.ts";
import sign from "./sign.ts";
import team from "./team.ts";
import template from "./template.ts";
import tokens from "./tokens.ts";
import totals from "./totals.ts";
import transparency from "./transparency.ts";
import unsubscribe from "./unsubscribe.ts";
import updates from "./updates.ts";

export default {
  /** Its name in itself, how its dates and numbers are written (BCP 47), and which way it runs. */
  language: { name: "English", tag, direction: "ltr" },
  accessibility,
  common,
  annexes,
  api,
  audit,
  decisions,
  approvals,
  approving,
  archive,
  case: caseWords,
  closing,
  sign,
  personal,
  privacy,
  embed,
  erase,
  errors,
  mail,
  names,
  organize,
  organizerMail,
  transparency,
  unsubscribe,
  updates,
  pledge,
  pledgeSummary,
  pledgeMail,
  reminderMail,
  tokens,
  template,
  totals,
  coFile,
  meetings,
  pledgeList,
  letter,
  letterMail,
  letterPapers,
  letterProblems,
  lettersPublic,
  letterConsole,
  packs,
  dashboard,
  exchange,
  imports,
  people,
  requests,
  review,
  failedEmails,
  editing,
  team,
};
