import type { CasePicture } from "#app/domain/campaign/campaign.ts";

/** The `sizes` of its images: the widths of the lead in case.css. */
const sizes = "(min-width: 1100px) 764px, (min-width: 760px) 680px, calc(100vw - 40px)";

/** Shows a case's one picture, with who made it and its license. */
export function Picture({ picture }: { picture: CasePicture | null }) {
  if (!picture) return null;
  const { src, webp, width, height, alt, credit, licence, language } = picture;
  const image = <img src={src} width={width} height={height} alt={alt} loading="lazy" decoding="async" />;
  return (
    <figure className="picture" lang={language}>
      {webp ? (
        <picture>
          <source type="image/webp" srcSet={webp} sizes={sizes} />
          {image}
        </picture>
      ) : (
        image
      )}
      <figcaption>
        {credit}, {licence}
      </figcaption>
    </figure>
  );
}
