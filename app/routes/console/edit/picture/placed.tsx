import type { CasePicture } from "#app/domain/campaign/campaign.ts";
import { AskedOnce } from "#app/ui/console/action-button.tsx";
import { useWords } from "#app/ui/locale.tsx";
import type { PicturePage } from "./load.server.ts";

/** Shows the picture as on the page, who declared what of it, and how to remove it. */
export function Placed({ page, picture }: { page: PicturePage; picture: CasePicture }) {
  const { picture: say } = useWords().editing;
  const { slug, version, isPublic, declared, mayWrite } = page;
  return (
    <section className="edit-part" aria-labelledby="placed">
      <h2 id="placed">{isPublic ? say.public : say.draft}</h2>
      <figure className="placed">
        <img src={picture.src} width={picture.width} height={picture.height} alt={picture.alt} />
        <figcaption>
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
