import { mayDo } from "#app/domain/access/organizer.ts";
import { listCampaignsOf } from "#app/domain/access/queries.server.ts";
import { createCampaign } from "#app/domain/campaign/create-campaign.server.ts";
import { NewCampaignForm } from "#app/domain/campaign/new-campaign-form.ts";
import { atMost } from "#app/domain/campaign/wording.ts";
import { type FieldError, parseForm } from "#app/http/form.server.ts";
import {
  type ActionFunctionArgs,
  data,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "#app/http/remix.server.ts";
import { forbidden, requireOrganizer } from "#app/http/require-organizer.server.ts";
import { words } from "#app/i18n/index.ts";
import { Button } from "#app/ui/button.tsx";
import { ConsoleFrame } from "#app/ui/console/console-frame.tsx";
import { PageHead } from "#app/ui/console/page-head.tsx";
import { CountedInput } from "#app/ui/editing/counted.tsx";
import { EditForm } from "#app/ui/editing/edit-form.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Select, TextInput } from "#app/ui/field.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { messagesOf, typedOnce, wireFields } from "#app/ui/meetings/form-state.ts";
import { useActionData, useLoaderData } from "#app/ui/remix.ts";
import editingStyles from "#app/ui/styles/console-editing.css?url";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: editingStyles }];

/** The campaigns that one may begin from: those one manages. */
export async function loader(args: LoaderFunctionArgs) {
  const { organizerId, name } = await requireOrganizer(args);
  const campaigns = await listCampaignsOf(args.context.db, organizerId);
  const managed = campaigns.filter((campaign) => mayDo(campaign, "manage"));
  if (managed.length === 0) throw forbidden(args, { organizerId });
  const from = new URL(args.request.url).searchParams.get("from") ?? managed[0]?.slug ?? "";
  return { name, from, managed: managed.map(({ slug, title }) => ({ slug, title })) };
}

type Answer = { values: Record<string, string>; errors: FieldError[] };

/** Makes the campaign and opens its pages to edit. */
export async function action(args: ActionFunctionArgs) {
  const { organizerId } = await requireOrganizer(args);
  const form = await parseForm(args.request, NewCampaignForm);
  const values = typedOnce(form.values);
  if (!form.ok) return data<Answer>({ values, errors: form.errors }, { status: 422 });
  const created = await createCampaign(args.context.db, { ...form.value, actor: `organizer:${organizerId}` });
  if (created.outcome === "gone") throw forbidden(args, { organizerId });
  if (created.outcome === "slug-taken") {
    const errors = [{ field: "slug", code: "slug-taken" }];
    return data<Answer>({ values, errors }, { status: 409 });
  }
  return redirect(`/organize/c/${created.slug}/edit?done=created`, 303);
}

export const meta: MetaFunction = () => [{ title: `${words("en").editing.create.title} · Undersigned` }];

export default function NewCampaign() {
  const { name, from, managed } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as Answer | undefined;
  const { editing } = useWords();
  const { create: say } = editing;
  const form = { values: answer?.values ?? { from }, errors: answer?.errors ?? [] };
  const wire = wireFields(form, editing.errors);
  return (
    <ConsoleFrame who={name} title={null}>
      <PageHead title={say.title} text={say.text} />
      <ErrorSummary heading={editing.summary} errors={messagesOf(form, editing.errors)} />
      <EditForm>
        <section>
          <Select {...wire("from", say.from)}>
            {managed.map(({ slug, title }) => (
              <option key={slug} value={slug}>
                {title}
              </option>
            ))}
          </Select>
          <CountedInput {...wire("name", say.name, say.nameHint)} most={atMost.title} />
          <TextInput
            {...wire("slug", say.slug, say.slugHint)}
            maxLength={64}
            autoCapitalize="none"
            spellCheck={false}
          />
        </section>
        <section>
          <h2>{say.copied}</h2>
          <p>{say.copiedText}</p>
        </section>
        <p className="act-row">
          <Button variant="act">{say.button}</Button>
        </p>
      </EditForm>
    </ConsoleFrame>
  );
}
