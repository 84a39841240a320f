import { useState } from "react";
import { mayDo } from "#app/domain/access/organizer.ts";
import type { CasePicture } from "#app/domain/campaign/campaign.ts";
import { findDeclared } from "#app/domain/campaign/picture/find-picture.server.ts";
import { maxPictureBytes, pictureOf } from "#app/domain/campaign/picture/picture.ts";
import { fieldsOfPicture, maxPictureTextLength } from "#app/domain/campaign/picture/picture-form.ts";
import { readEditedWords } from "#app/domain/campaign/read-edit.server.ts";
import { isSameValue } from "#app/domain/campaign/same-value.ts";
import type { TypedValues } from "#app/http/form.server.ts";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "#app/http/remix.server.ts";
import { requireCampaign } from "#app/http/require-organizer.server.ts";
import { orNotFound } from "#app/http/respond.server.ts";
import { locales, words } from "#app/i18n/index.ts";
import { Button } from "#app/ui/button.tsx";
import { AskedOnce } from "#app/ui/console/action-button.tsx";
import { Blank } from "#app/ui/console/blank.tsx";
import { ConsoleError } from "#app/ui/console/console-error.tsx";
import { AnswerNote } from "#app/ui/console/done-note.tsx";
import { writeMoment } from "#app/ui/console/moment.tsx";
import { reloadWhenRefused } from "#app/ui/console/reload-when-refused.ts";
import { CountedArea, CountedInput } from "#app/ui/editing/counted.tsx";
import { EditForm } from "#app/ui/editing/edit-head.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { ErrorText, type FieldMessage, messageFor, TextInput } from "#app/ui/field.tsx";
import { messagesOf } from "#app/ui/form-state.ts";
import { useWords } from "#app/ui/locale.tsx";
import { useActionData, useLoaderData, useNavigation } from "#app/ui/remix.ts";
import { type Answer, act } from "./action.server.ts";

/** Loads the draft picture, with what was declared of people on it. */
export async function loader(args: LoaderFunctionArgs) {
  const { campaign } = await requireCampaign(args, "view");
  const { db } = args.context;
  const edited = orNotFound(await readEditedWords(db, campaign.id));
  const { version, live, draft } = edited;
  const { picture, languages } = draft ?? live;
  const key = picture && "key" in picture ? picture.key : null;
  const declared = key === null ? null : await findDeclared(db, campaign.id, key);
  const folder = `/organize/c/${campaign.slug}/edit/picture`;
  return {
    slug: campaign.slug,
    version,
    picture: picture && pictureOf(picture, folder, languages[0] ?? "en"),
    isUploaded: key !== null,
    isPublic: isSameValue(picture, live.picture),
    declared: declared && { ...declared, at: writeMoment(new Date(declared.at)) },
    // People must be declared with each save: the file may be another one.
    fields: { ...fieldsOfPicture(picture, declared?.people ?? null), people: "" },
    mayWrite: mayDo(campaign, "write"),
    done: new URL(args.request.url).searchParams.get("done"),
  };
}

export const action = (args: ActionFunctionArgs) => act(args);

export const meta: MetaFunction = () => [{ title: `${words("en").editing.tabs.picture} · Undersigned` }];

export { ConsoleError as ErrorBoundary, reloadWhenRefused as shouldRevalidate };

export default function EditPicture() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as Answer | undefined;
  const { editing: say } = useWords();
  const messages = messagesOf({ values: {}, errors: answer?.errors ?? [] }, say.errors);
  return (
    <>
      <AnswerNote say={say} done={page.done} answer={answer} />
      <ErrorSummary heading={say.summary} errors={messages} />
      {page.picture ? (
        <Placed page={page} picture={page.picture} />
      ) : (
        <Blank title={say.picture.empty} text={say.picture.emptyText} />
      )}
      {page.mayWrite ? (
        <PictureForm
          key={page.version}
          page={page}
          values={
            answer?.errors.length || answer?.refused ? { ...page.fields, ...answer.values } : page.fields
          }
          messages={messages}
        />
      ) : (
        <p className="muted small">{say.noWrite}</p>
      )}
    </>
  );
}

type PictureFormProps = { page: PicturePage; values: TypedValues; messages: readonly FieldMessage[] };

/** Asks for the file, what it shows in each language, its maker, its license, and who is on it. */
function PictureForm({ page, values, messages }: PictureFormProps) {
  const { editing } = useWords();
  const { picture: say } = editing;
  const [isLarge, setLarge] = useState(false);
  const isSending = useNavigation().formMethod === "POST";
  const wire = (name: string, label: string, hint?: string) => ({
    name,
    label,
    hint,
    error: messageFor(messages, name),
    defaultValue: String(values[name] ?? ""),
  });
  return (
    <EditForm encType="multipart/form-data">
      <input type="hidden" name="version" value={page.version} />
      <section>
        <h2>{page.isUploaded ? say.change : say.add}</h2>
        <TextInput
          type="file"
          name="picture"
          label={say.file}
          hint={page.isUploaded ? say.fileReplaces : say.fileHint}
          error={isLarge ? editing.errors["picture-large"] : messageFor(messages, "picture")}
          accept="image/jpeg,image/png,image/webp,image/avif"
          optional={page.isUploaded}
          onChange={({ currentTarget }) => setLarge((currentTarget.files?.[0]?.size ?? 0) > maxPictureBytes)}
        />
        {locales.map((locale) => (
          <CountedArea
            key={locale}
            {...wire(`alt_${locale}`, say.altIn(editing.page.languageNames[locale] ?? locale), say.altHint)}
            most={maxPictureTextLength.alt}
            rows={2}
            lang={locale}
          />
        ))}
        <CountedInput {...wire("credit", say.credit, say.creditHint)} most={maxPictureTextLength.credit} />
        <CountedInput
          {...wire("licence", say.licence, say.licenceHint)}
          most={maxPictureTextLength.licence}
        />
      </section>
      <section>
        <h2>{say.people}</h2>
        <fieldset className={messageFor(messages, "people") ? "field bad" : "field"} id="people">
          <legend className="hint">{say.peopleHint}</legend>
          <ErrorText name="people" error={messageFor(messages, "people")} />
          {(["none", "consented"] as const).map((each) => (
            <div className="choice" key={each}>
              <input
                type="radio"
                id={`people_${each}`}
                name="people"
                value={each}
                defaultChecked={values.people === each}
              />
              <label htmlFor={`people_${each}`}>{say.peopleChoices[each]}</label>
              {each === "consented" && (
                <CountedInput
                  {...wire("consent_kept", say.consentKept, say.consentKeptHint)}
                  most={maxPictureTextLength.consentKept}
                />
              )}
            </div>
          ))}
        </fieldset>
      </section>
      <p className="act-row">
        <Button variant="act" disabled={isSending}>
          {isSending ? say.sending : editing.save}
        </Button>
        <span role="status" className="muted small">
          {isSending && say.sendingText}
        </span>
      </p>
    </EditForm>
  );
}

/** Shows the picture as on the page, who declared what of it, and how to remove it. */
function Placed({ page, picture }: { page: PicturePage; picture: CasePicture }) {
  const { picture: say } = useWords().editing;
  const { slug, version, isPublic, declared, mayWrite } = page;
  return (
    <section className="block" aria-labelledby="placed">
      <h2 id="placed">{isPublic ? say.public : say.draft}</h2>
      <figure className="my-3 max-w-120">
        <img
          className="w-full"
          src={picture.src}
          width={picture.width}
          height={picture.height}
          alt={picture.alt}
        />
        <figcaption className="small muted mt-1">
          {picture.credit}, {picture.licence}
        </figcaption>
      </figure>
      {declared && (
        <p className="small muted">
          {declared.people.people === "none"
            ? say.declaredNone(declared.by, declared.at)
            : say.declaredConsent(declared.by, declared.at, declared.people.keptAt)}
        </p>
      )}
      {!isPublic && (
        <p>
          <a href={`/organize/c/${slug}/edit`}>{say.publish}</a>
        </p>
      )}
      {mayWrite && (
        <AskedOnce
          intent="remove"
          variant="plain"
          encType="multipart/form-data"
          fields={{ version }}
          summary={say.remove}
          text={say.removeText}
          button={say.remove}
        />
      )}
    </section>
  );
}

type PicturePage = Awaited<ReturnType<typeof loader>>;
