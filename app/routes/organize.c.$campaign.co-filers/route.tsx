import {
  type ActionFunctionArgs,
  data,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { chooseMeeting } from "#app/domain/meetings/choose-meeting.server.ts";
import { mayDo } from "#app/domain/organizers/organizer.ts";
import { coFilerStates } from "#app/domain/pledges/co-filer.ts";
import { coFilersAtMost, listCoFilers } from "#app/domain/pledges/list-co-filers.server.ts";
import { setCoFiler } from "#app/domain/pledges/set-co-filer.server.ts";
import { parseForm } from "#app/http/form.server.ts";
import { requireCampaign } from "#app/http/require-organizer.server.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { ConsoleError } from "#app/ui/console/console-error.tsx";
import { useWords } from "#app/ui/locale.tsx";
import pledgeStyles from "#app/ui/styles/console-pledges.css?url";
import { Pipeline } from "./pipeline.tsx";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: pledgeStyles }];

const searched = ({ request }: { request: Request }) => {
  const { searchParams } = new URL(request.url);
  const year = searchParams.get("meeting") ?? "";
  return { year: /^\d{4}$/.test(year) ? Number(year) : null, done: searchParams.has("done") };
};

export async function loader(args: LoaderFunctionArgs) {
  const { campaign, scope } = await requireCampaign(args, "view-names");
  const { db } = args.context;
  const { year, done } = searched(args);
  const { meeting } = await chooseMeeting(db, campaign.id, year);
  const found = meeting
    ? await listCoFilers(db, { ...scope, meetingId: meeting.id })
    : { coFilers: [], notAsked: 0 };
  return {
    ...{ slug: campaign.slug, year: meeting?.year ?? null, done, atMost: coFilersAtMost },
    mayMove: mayDo(campaign.role, "check-papers"),
    ...found,
  };
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
  const { year } = searched(args);
  return redirect(
    `/organize/c/${campaign.slug}/co-filers?done${year === null ? "" : `&meeting=${year}`}`,
    303,
  );
}

export const meta: MetaFunction = () => [{ title: "Co-filers · Undersigned" }];

export { ConsoleError as ErrorBoundary };

export default function CoFilers() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { coFilers: say, meetingOf } = useWords().pledgeList;
  const undone = say.undone[answer?.undone ?? ""];
  const { coFilers, notAsked, slug } = page;
  return (
    <>
      <div className="page-head">
        <div>
          <h1>{say.title}</h1>
          <p>
            {page.year !== null && `${meetingOf(page.year).replace(/^./, (first) => first.toUpperCase())}. `}
            {say.text}
          </p>
        </div>
      </div>
      <div role="status">
        {page.done && !answer && <p className="said">{say.done}</p>}
        {undone && <p className="said said-no">{undone}</p>}
      </div>
      {coFilers.length === 0 ? (
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
          <Pipeline slug={slug} coFilers={coFilers} mayMove={page.mayMove} />
          {coFilers.length === page.atMost && <p className="muted">{say.atMost(page.atMost)}</p>}
          {notAsked > 0 && <p className="others">{say.others(notAsked)}</p>}
        </>
      )}
    </>
  );
}
