import { command, counted, done, notDone } from "#app/cli/command.ts";
import { rotateTotp } from "#app/domain/access/sign-in/second-factor/totp.server.ts";
import { rotateShares } from "#app/domain/entries/letters/shares/shares.server.ts";
import { rotateHoldings, rotateKept } from "#app/domain/entries/pledges/rotate-holdings.server.ts";
import { rotateForms } from "#app/domain/entries/waiting-forms/store-form.server.ts";

export default command({
  summary:
    "re-encrypt holdings, shares in letters, waiting forms and authenticator secrets with the newest secret; exit code 1 if some are left",
  options: {},
  async run({ db, env }) {
    const holdings = await rotateHoldings(db, env.keys);
    const kept = await rotateKept(db, env.keys);
    const shares = await rotateShares(db, env.keys);
    const apps = await rotateTotp(db, env.keys);
    const forms = await rotateForms(db, env.keys);
    const rotated = holdings.rotated + kept.rotated + shares.rotated + forms.rotated;
    const missing = { ...holdings.missing };
    for (const [key, many] of [kept, shares, apps, forms].flatMap((one) => Object.entries(one.missing))) {
      missing[key] = (missing[key] ?? 0) + many;
    }
    const damaged = [holdings, kept, shares, apps, forms].flatMap((one) => one.damaged);
    const left = Object.entries(missing);
    const whole = left.length === 0 && damaged.length === 0;
    return (whole ? done : notDone)(
      { outcome: whole ? "rotated" : "incomplete", rotated, secondFactors: apps.rotated, missing, damaged },
      `Re-encrypted ${counted(rotated, "holding", "holdings")} with the newest secret.`,
      ...(apps.rotated > 0
        ? [`Also ${counted(apps.rotated, "authenticator secret", "authenticator secrets")} of organizers.`]
        : []),
      ...left.map(
        ([key, many]) =>
          `${many} use the key ${key}, whose secret is not in SECRET. Add it after the others and run this again.`,
      ),
      ...holdings.damaged.map(
        (id) => `The holding of pledge ${id} is damaged: no key opens it. Its holder can pledge again.`,
      ),
      ...kept.damaged.map(
        (id) =>
          `The earlier state of pledge ${id} is damaged, so no undo works. It is deleted after seven days.`,
      ),
      ...shares.damaged.map(
        (id) => `The shares in letter ${id} are damaged: no key opens them. Its writer can withdraw it.`,
      ),
      ...apps.damaged.map(
        (id) =>
          `The second factor of organizer ${id} is damaged. Remove it with "organizer reset-second-factor".`,
      ),
      ...forms.damaged.map(
        (id) => `The form ${id} is damaged: no key opens it. It is deleted after seven days.`,
      ),
      whole
        ? "Holdings no longer need older secrets. Links in emails, blocked addresses and logged views of holdings still do."
        : "Nothing was deleted.",
    );
  },
});
