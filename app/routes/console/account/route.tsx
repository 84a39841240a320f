import { z } from "zod";
import {
  removeSecondFactor,
  renewRecoveryCodes,
} from "#app/domain/access/sign-in/second-factor/change-second-factor.server.ts";
import { forgetBrowser } from "#app/domain/access/sign-in/sessions/known-browser.server.ts";
import { endSessions } from "#app/domain/access/sign-in/sessions/sessions.server.ts";
import { parseForm } from "#app/http/form.server.ts";
import { reauthenticate } from "#app/http/reauthenticate.server.ts";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "#app/http/remix.server.ts";
import { requireOrganizer } from "#app/http/require-organizer.server.ts";
import { ConsoleFrame } from "#app/ui/console/console-frame.tsx";
import { DoneNote, wordOf } from "#app/ui/console/done-note.tsx";
import { PageHead } from "#app/ui/console/page-head.tsx";
import { Reauthenticate } from "#app/ui/console/reauthenticate.tsx";
import { RecoveryCodes } from "#app/ui/console/recovery-codes.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { useActionData, useLoaderData } from "#app/ui/remix.ts";
import { Browsers } from "./browsers.tsx";
import { Factors } from "./factors.tsx";
import { load } from "./load.server.ts";
import { Sessions } from "./sessions.tsx";

export const loader = (args: LoaderFunctionArgs) => load(args);

const Fields = z.object({
  intent: z.enum([
    "remove-app",
    "remove-passkey",
    "new-codes",
    "end-session",
    "end-others",
    "forget-browser",
  ]),
  passkey: z.uuid().optional(),
  session: z.coerce.number().int().positive().optional(),
  browser: z.coerce.number().int().positive().optional(),
});

export async function action(args: ActionFunctionArgs) {
  const session = await requireOrganizer(args);
  const form = await parseForm(args.request.clone(), Fields);
  if (!form.ok) return data({ refused: "unreadable", codes: null }, { status: 422 });
  const { db } = args.context;
  const { organizerId } = session;
  const { intent } = form.value;
  if (intent === "end-others" || intent === "end-session") {
    const which = intent === "end-others" ? null : (form.value.session ?? 0);
    await endSessions(db, session, which);
    return redirect("/organize/account?done=ended", 303);
  }
  if (intent === "forget-browser") {
    await forgetBrowser(db, { organizerId, id: form.value.browser ?? 0 });
    return redirect("/organize/account?done=forgotten", 303);
  }
  const asked = await reauthenticate(args, session, { kind: "security", campaignId: null });
  if (asked) return asked;
  if (intent === "new-codes") {
    const codes = await renewRecoveryCodes(db, organizerId);
    return codes ? data({ refused: null, codes }) : data({ refused: "no-factor", codes }, { status: 409 });
  }
  const which = intent === "remove-app" ? ("totp" as const) : { passkey: form.value.passkey ?? "" };
  const { outcome } = await removeSecondFactor(db, { organizerId, which });
  if (outcome === "last") return data({ refused: "last", codes: null }, { status: 409 });
  return redirect(`/organize/account?done=${outcome}`, 303);
}

export const meta: MetaFunction = () => [{ title: "Your account · Undersigned" }];

export default function Account() {
  const page = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const { account: say, second } = useWords().people;
  if (answered && "proof" in answered) {
    return (
      <ConsoleFrame who={page.name} title={null}>
        <Reauthenticate asked={answered.proof} />
      </ConsoleFrame>
    );
  }
  return (
    <ConsoleFrame who={page.name} title={null}>
      <DoneNote done={wordOf(say.done, page.done)} refused={wordOf(say.refused, answered?.refused)} />
      <PageHead title={say.title} text={say.text(page.name, page.email)} />
      {answered?.codes && (
        <section className="sheet">
          <h2>{second.codes.list}</h2>
          <p>{say.newCodesText}</p>
          <RecoveryCodes codes={answered.codes} />
        </section>
      )}
      <Factors page={page} />
      <Sessions page={page} />
      <Browsers page={page} />
    </ConsoleFrame>
  );
}
