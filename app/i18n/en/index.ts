import archive from "./archive.ts";
import caseWords from "./case.ts";
import common from "./common.ts";
import errors from "./errors.ts";
import mail from "./mail.ts";
import organize from "./organize.ts";
import personal from "./personal.ts";
import privacy from "./privacy.ts";
import sign from "./sign.ts";
import unsubscribe from "./unsubscribe.ts";
import updates from "./updates.ts";

export default {
  common,
  archive,
  case: caseWords,
  sign,
  personal,
  privacy,
  errors,
  mail,
  organize,
  unsubscribe,
  updates,
};
