import { command, counted, done, notDone } from "#app/cli/command.ts";
import { rotateTotp } from "#app/domain/access/sign-in/second-factor/rotate-totp.server.ts";
import { rotateShares } from "#app/domain/entries/letters/shares/rotate-shares.server.ts";
import { rotateHoldings } from "#app/domain/entries/pledges/rotate-holdings.server.ts";
import { rotateForms } from "#app/domain/entries/waiting-forms/rotate-forms.server.ts";

export default command({
  summary:
    "encrypt holdings, shares in letters, waiting forms and authenticator secrets under the newest secret; exit code 1 where some are left",
  options: {},
  async run({ db, env }) {
    const holdings = await rotateHoldings(db, env.keys);
    const shares = await rotateShares(db, env.keys);
    const apps = await rotateTotp(db, env.keys);
    const forms = await rotateForms(db, env.keys);
    const rotated = holdings.rotated + shares.rotated + forms.rotated;
    const missing = { ...holdings.missing };
    for (const [key, many] of [shares, apps, forms].flatMap((one) => Object.entries(one.missing))) {
      missing[key] = (missing[key] ?? 0) + many;
    }
    const damaged = [holdings, shares, apps, forms].flatMap((one) => one.damaged);
    const left = Object.entries(missing);
    const whole = left.length === 0 && damaged.length === 0;
    return (whole ? done : notDone)(
      { outcome: whole ? "rotated" : "incomplete", rotated, secondFactors: apps.rotated, missing, damaged },
      `${counted(rotated, "holding is", "holdings are")} encrypted again under the newest secret.`,
      ...(apps.rotated > 0 ? [`${counted(apps.rotated, "secret", "secrets")} of organizers' apps too.`] : []),
      ...left.map(
        ([key, many]) =>
          `${many} are left under the key ${key}, whose secret is not in SECRET: add it behind the others and run this again.`,
      ),
      ...holdings.damaged.map(
        (id) => `The holding of pledge ${id} is damaged: no key opens it. Its holder can pledge anew.`,
      ),
      ...shares.damaged.map(
        (id) => `What letter ${id} tells of shares is damaged: no key opens it. Its writer can withdraw it.`,
      ),
      ...apps.damaged.map(
        (id) =>
          `The second factor of organizer ${id} is damaged: take it off with "organizer reset-second-factor".`,
      ),
      ...forms.damaged.map(
        (id) => `The form ${id} is damaged: no key opens it. It is deleted after seven days.`,
      ),
      whole
        ? "No holding needs an older secret. Links in mails, blocked addresses and the record of who looked at a holding still do."
        : "Nothing was lost.",
    );
  },
});
