import type { AppLoadContext } from "@remix-run/node";
import { z } from "zod";
import { changeContact, hidePledge } from "#app/domain/pledges/change-held-pledge.server.ts";
import { stopReminders } from "#app/domain/pledges/stop-reminders.server.ts";
import { withdrawPledge } from "#app/domain/pledges/withdraw-pledge.server.ts";
import { ticked } from "#app/domain/signatures/signature-form.ts";
import { parseForm } from "#app/http/form.server.ts";
import { done, refused } from "./answers.server.ts";

const ContactForm = z.object({ consent_contact: ticked });

type Held = { person: { id: number }; pledges: readonly { publicId: string }[] };

/** Does what one form asks on a pledge of the person whose link it is, and on nobody else's. */
export async function actOnPledge(
  request: Request,
  { db, env, locale }: AppLoadContext,
  held: Held,
  { intent, publicId }: { intent: string; publicId: string },
) {
  if (!held.pledges.some((pledge) => pledge.publicId === publicId))
    return refused([{ field: "form", code: "unreadable" }], {});
  const owned = { supporterId: held.person.id, publicId, locale };

  switch (intent) {
    case "hide":
      await hidePledge(db, owned);
      return done("hide-pledge");
    case "consent": {
      const form = await parseForm(request, ContactForm);
      if (!form.ok) return refused(form.errors, form.values);
      await changeContact(db, env.keys, { ...owned, contact: form.value.consent_contact });
      return done("contact");
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
