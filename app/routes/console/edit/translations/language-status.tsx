import { Button } from "#app/ui/button.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { Form, Link } from "#app/ui/remix.ts";
import type { TranslationsPage } from "./load.server.ts";

export function LanguageStatus({ page }: { page: TranslationsPage }) {
  const { editing } = useWords();
  const { translations: say } = editing;
  const { locale, written, slug, isChosen, isOffered, isComplete, needed, missing, drafts, onlyMissing } =
    page;
  const name = (of: string) => editing.page.languageNames[of] ?? of;
  const language = name(locale);
  const base = `/organize/c/${slug}/edit`;
  return (
    <section className="edit-part" aria-labelledby="standing">
      <h2 id="standing">{say.heading(language)}</h2>
      <p>
        {isOffered
          ? isComplete
            ? say.offered(language)
            : say.offeredPartly(language, needed, name(written))
          : isComplete
            ? (isChosen ? say.offeredLater : say.notChosen)(language)
            : say.notOffered(language, needed)}{" "}
        {!isChosen && <Link to={`${base}/page#languages`}>{say.choose}</Link>}
      </p>
      <p className="muted">{say.text(name(written))}</p>
      {drafts.length > 0 && page.mayManage && (
        <Form method="post" preventScrollReset>
          <input type="hidden" name="seen" value={drafts.join(",")} />
          <p className="act-row">
            <Button variant="act" name="intent" value="publish">
              {say.publish(drafts.length)}
            </Button>
          </p>
        </Form>
      )}
      {drafts.length > 0 && !page.mayManage && <p className="muted small">{editing.noManage}</p>}
      <p className="edit-links">
        {missing > 0 && !onlyMissing && (
          <Link to={`?in=${locale}&show=missing`}>{say.onlyMissing(missing)}</Link>
        )}
        {onlyMissing && <Link to={`?in=${locale}`}>{say.showAll(page.all)}</Link>}
        <a href={`${base}/preview?in=${locale}&all=1`}>{say.preview(language)}</a>
        <Link to={`${base}/history?thing=translation`}>{say.history}</Link>
      </p>
    </section>
  );
}
