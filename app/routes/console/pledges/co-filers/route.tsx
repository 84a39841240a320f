import { z } from "zod";
import { mayDo } from "#app/domain/access/organizer.ts";
import { profileOf } from "#app/domain/base/jurisdictions/index.ts";
import { chooseMeeting } from "#app/domain/campaign/meetings/meeting-settings.server.ts";
import { coFilerStates } from "#app/domain/entries/pledges/co-filers/co-filer.ts";
import {
  type CoFilerPage,
  countCoFilers,
  listCoFilers,
} from "#app/domain/entries/pledges/co-filers/list-co-filers.server.ts";
import { setCoFiler } from "#app/domain/entries/pledges/co-filers/set-co-filer.server.ts";
import { noteListView } from "#app/domain/record/note-view.server.ts";
import { parseForm } from "#app/http/form.server.ts";
import {
  type ActionFunctionArgs,
  data,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "#app/http/remix.server.ts";
import { requireCompany } from "#app/http/require-company.server.ts";
import { requireCampaign } from "#app/http/require-organizer.server.ts";
import { notFound } from "#app/http/respond.server.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { CompanyTabs } from "#app/ui/console/company-tabs.tsx";
import { ConsoleError } from "#app/ui/console/console-error.tsx";
import { PageHead } from "#app/ui/console/page-head.tsx";
import { reloadWhenRefused } from "#app/ui/console/reload-when-refused.ts";
import { useWords } from "#app/ui/locale.tsx";
import { Link, useActionData, useLoaderData } from "#app/ui/remix.ts";
import meetingStyles from "#app/ui/styles/console-meetings.css?url";
import { placeAddress, readPlace } from "./address.ts";
import { Pipeline } from "./pipeline.tsx";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: meetingStyles }];

/** Lines per state on the page of all states; the rest is a link away. */
const firstOfState = 20;

const nobodyThere: CoFilerPage = { coFilers: [], newer: null, older: null };

export async function loader(args: LoaderFunctionArgs) {
  const { campaign, company, scope } = await requireCompany(args, "view-names");
  const { db } = args.context;
  const { year, state, cursor, done, ...place } = readPlace(args.request.url);
  if (!profileOf(company.jurisdiction).coFiling) throw notFound();
  const { meeting } = await chooseMeeting(db, campaign.id, year, company.id);
  const labels = {
    slug: campaign.slug,
    company: place.company,
    year: meeting?.year ?? null,
    state,
    done,
    mayMove: mayDo(campaign, "check-papers"),
  };
  if (!meeting) return { ...labels, counts: null, notAsked: 0, lines: [] };

  const ofMeeting = { ...scope, meetingId: meeting.id };
  const states = state === null ? coFilerStates : [state];
  const atMost = state === null ? firstOfState : undefined;
  const { counts, notAsked } = await countCoFilers(db, ofMeeting);
  const lines = await Promise.all(
    states.map(async (each) => ({
      state: each,
      ...(counts[each] > 0 ? await listCoFilers(db, ofMeeting, each, cursor, atMost) : nobodyThere),
    })),
  );
  const rows = lines.reduce((sum, { coFilers }) => sum + coFilers.length, 0);
  const view = { rows, filter: { state, year: meeting.year }, paged: cursor !== null };
  await noteListView(db, scope, { list: "co-filers", ...view });
  return { ...labels, counts, notAsked, lines };
}

const Step = z.object({ pledge: z.uuid(), from: z.enum(coFilerStates), to: z.enum(coFilerStates) });

/** Moves one person one step. */
export async function action(args: ActionFunctionArgs) {
  const { campaign, scope } = await requireCampaign(args, "check-papers");
  const form = await parseForm(args.request, Step);
  if (!form.ok) return data({ undone: "form" }, { status: 422 });
  const { pledge: publicId, from, to } = form.value;
  const { db, env } = args.context;
  const { outcome } = await setCoFiler(db, env.keys, { scope, publicId, from, to });
  if (outcome !== "recorded") return data({ undone: outcome }, { status: 409 });
  const place = readPlace(args.request.url);
  return redirect(`/organize/c/${campaign.slug}/co-filers${placeAddress({ ...place, done: true })}`, 303);
}

export const meta: MetaFunction = () => [{ title: "Co-filers · Undersigned" }];

export { ConsoleError as ErrorBoundary, reloadWhenRefused as shouldRevalidate };

export default function CoFilers() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { coFilers: say, meetingOf } = useWords().pledgeList;
  const undone = say.undone[answer?.undone ?? ""];
  const { counts, notAsked, slug, company, year } = page;
  const nobody = counts === null || Object.values(counts).every((count) => count === 0);
  return (
    <>
      <CompanyTabs only={({ law }) => law.rule !== null} />
      <PageHead
        title={say.title}
        text={
          <>
            {year !== null && `${meetingOf(year).replace(/^./, (first) => first.toUpperCase())}. `}
            {say.text}
          </>
        }
      />
      <div role="status">
        {page.done && !answer && <p className="banner">{say.done}</p>}
        {undone && <p className="banner banner-error">{undone}</p>}
      </div>
      {nobody ? (
        <div className="blank">
          <h2>{say.empty.title}</h2>
          <p>{say.empty.text}</p>
          {notAsked > 0 && <p>{say.others(notAsked)}</p>}
          <p className="acts">
            <ButtonLink href={`/c/${slug}/pledge`}>{say.empty.act}</ButtonLink>
          </p>
        </div>
      ) : (
        <>
          <p className="lead">{say.eligibility}</p>
          {page.state !== null && (
            <p>
              <Link to={placeAddress({ company, year })}>{say.everyState}</Link>
            </p>
          )}
          <Pipeline
            slug={slug}
            at={{ company, year }}
            counts={counts}
            lines={page.lines}
            mayMove={page.mayMove}
          />
          {notAsked > 0 && <p className="block muted">{say.others(notAsked)}</p>}
        </>
      )}
    </>
  );
}
