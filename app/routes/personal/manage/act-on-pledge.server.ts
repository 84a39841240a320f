import { z } from "zod";
import { checkbox } from "#app/domain/base/checkbox.ts";
import { changePledgeConsents, hidePledge } from "#app/domain/entries/pledges/change-own-pledge.server.ts";
import { stopReminders } from "#app/domain/entries/pledges/stop-reminders.server.ts";
import { withdrawPledge } from "#app/domain/entries/pledges/withdraw-pledge.server.ts";
import { parseForm } from "#app/http/form.server.ts";
import type { AppLoadContext } from "#app/http/remix.server.ts";
import { done, refused } from "./answers.server.ts";

/** `asked`: the boxes in the form; an unticked one of them revokes its consent. */
const ConsentForm = z.object({
  asked: z.array(z.enum(["contact_cofile", "updates"])),
  consent_contact: checkbox,
  consent_updates: checkbox,
});

type Owner = { person: { id: number }; pledges: readonly { publicId: string }[] };

/** Does what one form asks on a pledge of the person whose link it is, and on nobody else's. */
export async function actOnPledge(
  request: Request,
  { db, env, locale }: AppLoadContext,
  owner: Owner,
  { intent, publicId }: { intent: string; publicId: string },
) {
  if (!owner.pledges.some((pledge) => pledge.publicId === publicId))
    return refused([{ field: "form", code: "unreadable" }], {});
  const owned = { supporterId: owner.person.id, publicId, locale };

  switch (intent) {
    case "hide":
      await hidePledge(db, owned);
      return done("hide-pledge");
    case "consent": {
      const form = await parseForm(request, ConsentForm, ["asked"]);
      if (!form.ok) return refused(form.errors, form.values);
      const { asked, consent_contact, consent_updates } = form.value;
      const ticks = { contact_cofile: consent_contact, updates: consent_updates };
      const granted = asked.filter((purpose) => ticks[purpose]);
      await changePledgeConsents(db, env.keys, { ...owned, asked, granted });
      return done("pledge-consents");
    }
    case "withdraw": {
      const { outcome } = await withdrawPledge(db, env.keys, owned);
      return done(outcome === "withdrawn" ? "withdraw-pledge" : null);
    }
    case "stop": {
      const { outcome } = await stopReminders(db, env.keys, owned);
      return done(outcome === "stopped" ? "stop-reminders" : null);
    }
    default:
      return refused([{ field: "form", code: "unreadable" }], {});
  }
}
