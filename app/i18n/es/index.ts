import archive from "./archive.ts";
import caseWords from "./case.ts";
import common from "./common.ts";
import errors from "./errors.ts";
import heldPledges from "./held-pledges.ts";
import mail from "./mail.ts";
import personal from "./personal.ts";
import pledge from "./pledge.ts";
import privacy from "./privacy.ts";
import sign from "./sign.ts";
import unsubscribe from "./unsubscribe.ts";

/** Spanish for the Americas, with usted (docs/decisions/0022-languages.md). */
export default {
  language: { name: "Español", tag: "es-US", direction: "ltr" },
  common,
  archive,
  case: caseWords,
  sign,
  personal,
  privacy,
  errors,
  mail,
  unsubscribe,
  pledge,
  heldPledges,
};
