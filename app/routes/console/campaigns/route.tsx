import { mayDo } from "#app/domain/access/organizer.ts";
import { listCampaignsOf } from "#app/domain/access/queries.server.ts";
import { takeReturnPath } from "#app/http/organizer-cookies.server.ts";
import { type LoaderFunctionArgs, type MetaFunction, redirect } from "#app/http/remix.server.ts";
import { requireOrganizer } from "#app/http/require-organizer.server.ts";
import { Blank } from "#app/ui/console/blank.tsx";
import { ConsoleFrame } from "#app/ui/console/console-frame.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { useLoaderData } from "#app/ui/remix.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { organizerId, name } = await requireOrganizer(args);
  const back = takeReturnPath(args.context.env, args.request);
  if (back) throw redirect(back.path, { status: 303, headers: { "Set-Cookie": back.spent } });
  const campaigns = await listCampaignsOf(args.context.db, organizerId);
  const [only] = campaigns;
  if (only && campaigns.length === 1) throw redirect(`/organize/c/${only.slug}`, 303);
  return { name, campaigns, mayCreate: campaigns.some((campaign) => mayDo(campaign, "manage")) };
}

export const meta: MetaFunction = () => [{ title: "Your campaigns · Undersigned" }];

export default function Campaigns() {
  const { name, campaigns, mayCreate } = useLoaderData<typeof loader>();
  const { organize, editing } = useWords();
  const { campaigns: say, roles } = organize;
  return (
    <ConsoleFrame who={name} title={null}>
      <div className="page-head">
        <h1>{say.title}</h1>
        {mayCreate && (
          <p>
            <a href="/organize/new">{editing.create.link}</a>
          </p>
        )}
      </div>
      {campaigns.length === 0 ? (
        <Blank title={say.none} text={say.noneText} />
      ) : (
        <ul className="rows">
          {campaigns.map(({ slug, title, role }) => (
            <li key={slug}>
              <a className="font-serif text-lg font-semibold" href={`/organize/c/${slug}`}>
                {title}
              </a>
              <span className="muted">{roles[role]}</span>
            </li>
          ))}
        </ul>
      )}
    </ConsoleFrame>
  );
}
